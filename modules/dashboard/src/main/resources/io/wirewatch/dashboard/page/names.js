import { countryName, regionName } from './regions.js';

/**
 * The names of regions in the language of the page: of countries as the browser knows them, of others as `learn` was told (names by code),
 * else as the alert says.
 */
export function regionNames() {
  let learnt = {};
  return {
    learn: (byCode) => (learnt = byCode),
    country: countryName,
    region: (region) => learnt[region.code] ?? regionName(region),
  };
}
