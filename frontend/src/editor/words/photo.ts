/** Words of a point from a photo. */
export const en = {
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

export const th: typeof en = {
  choose: 'เพิ่มจุดจากรูปถ่าย',
  hint: 'ใช้ตำแหน่งที่บันทึกอยู่ในรูป รูปไม่ถูกส่งออกจากเครื่องนี้',
  placed: (metres) =>
    metres === undefined
      ? 'วางจุดตามตำแหน่งที่ถ่ายรูปแล้ว รูปไม่ได้บอกความคลาดเคลื่อน โปรดเทียบกับแผนที่แล้วกรอกความแม่นยำ'
      : `วางจุดตามตำแหน่งที่ถ่ายรูปแล้ว คลาดเคลื่อนราว ±${metres} ม. ตามที่รูปบันทึกไว้`,
  fault: {
    unreadable: 'อ่านไฟล์นี้เป็นรูปถ่ายไม่ได้',
    'no-position': 'รูปนี้ไม่มีตำแหน่งที่ถ่าย เปิดการบันทึกตำแหน่งในกล้อง หรือวางจุดบนแผนที่แทน',
  },
};
