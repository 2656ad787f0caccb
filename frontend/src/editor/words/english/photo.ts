/** Words of a point from a photo. */
export const photo = {
  choose: 'New point from a photo',
  hint: 'The place comes from the photo itself. The photo stays on this device.',
  placed: (metres: number | undefined) =>
    metres === undefined
      ? 'Placed where the photo was taken. The photo does not say how exactly: look at the map and enter the accuracy.'
      : `Placed where the photo was taken, ±${metres} m by its own account.`,
  fault: {
    unreadable: 'This file is no photo that can be read.',
    'no-position':
      'This photo does not say where it was taken. Switch on the location in the camera, or put the point on the map.',
  },
};
