/* Draws one journey on a Leaflet map. Every text goes in by textContent: names are only ever text. */
function drawJourney(map, data, features) {
  "use strict";
  const at = ([lon, lat]) => [lat, lon];

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function label(lonlat, className, text, title) {
    const icon = L.divIcon({ html: element("span", className, text), className: "mark", iconSize: [30, 30] });
    return L.marker(at(lonlat), { icon, title: title || text, alt: title || text, keyboard: Boolean(title) });
  }

  function drawBackdrop() {
    const shapes = features.filter((feature) => feature.geometry.type !== "Point");
    const style = (feature) => ({ className: "backdrop " + feature.properties.role, interactive: false });
    L.geoJSON(shapes, { style, interactive: false }).addTo(map);
  }

  function popup(stop) {
    const box = element("div", "told", "");
    box.append(element("strong", "", stop.n + ". " + stop.name));
    stop.note.split("\n").forEach((line) => box.append(element("span", "", line)));
    return box;
  }

  drawBackdrop();
  data.legs.forEach((leg) => {
    const dashes = leg.estimated ? "6 8" : null;
    L.polyline(leg.coordinates.map(at), { className: "leg " + leg.mode, dashArray: dashes, weight: 4 })
      .bindTooltip(element("span", "", leg.text))
      .addTo(map);
  });
  data.stops.forEach((stop) => {
    L.circle(at(stop.lonlat), { radius: stop.accuracy_m, className: "accuracy", interactive: false }).addTo(map);
    label(stop.lonlat, "number", String(stop.n), stop.n + ". " + stop.name).bindPopup(popup(stop)).addTo(map);
  });
  data.ends.forEach((end) => label(end.lonlat, "end", "●", end.name).bindPopup(element("span", "", end.name)).addTo(map));
  const all = data.stops.concat(data.ends).map((place) => at(place.lonlat));
  map.fitBounds(L.latLngBounds(all), { padding: [40, 40], maxZoom: 16, animate: false });
}
