/**
 * A picture as the rest of the page knows it, of one in brief: there alerts name their regions by code, and each region is said once.
 * One that is whole stays as it is.
 *
 * @param {{alerts: Object[], regions?: Object[]}} picture is changed
 * @returns the picture
 */
export function unfolded(picture) {
  if (!picture.regions) return picture;
  const regions = new Map(picture.regions.map(region => [region.code, region]));
  for (const alert of picture.alerts) alert.regions = alert.regions.map(code => regions.get(code));
  return picture;
}
