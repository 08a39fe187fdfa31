import { lang } from './words.js';

const countries = new Intl.DisplayNames([lang()], { type: 'region', fallback: 'none' });
let names = {};

/** A region's name in the language of the page, as far as it is known there, else as the alert has it. */
export function regionName(region) {
  return names[region.code] ?? ((region.level === 'COUNTRY' && country(region.code)) || region.name || region.code);
}

/** Loads the names of provinces in the language of the page; alerts have them in English. To be waited for before a name is said. */
export async function loadNames() {
  if (lang() === 'en') return;
  try {
    const answer = await fetch(new URL(`outlines/names-${lang()}.json`, import.meta.url));
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    names = await answer.json();
  } catch (failure) {
    console.error('provinces are named in English: their other names could not be loaded', failure);
  }
}

/** A country's name in the language of the page; its code where it is none. */
export function countryName(code) {
  return country(code) ?? code;
}

function country(code) {
  return /^[A-Z]{2}$/.test(code) ? countries.of(code) : undefined;
}

/*
 * The regions that alerts named: countries, their provinces, places in these. An alert does not say in which province a place is, but
 * mostly names both; the province that is most often named with a place is taken for its own.
 */
export class Regions {
  #known = new Map();
  #seen = new WeakSet();
  #votes = new Map();

  /** Takes what alerts name. */
  learn(alerts) {
    for (const alert of alerts) {
      if (this.#seen.has(alert)) continue;
      this.#seen.add(alert);
      for (const region of alert.regions ?? []) this.#learnOne(region, alert.regions);
    }
  }

  /** The name of a code. */
  name(code) {
    const region = this.#known.get(code);
    return region ? regionName(region) : (names[code] ?? countryName(code));
  }

  /** What codes are called, each name once; a province that nobody named is its country, a place that nobody named is left out. */
  names(codes) {
    const found = codes.map(code => (this.#known.has(code) || names[code] ? this.name(code) : country(code.split('-')[0])));
    return [...new Set(found.filter(Boolean))];
  }

  /** The code of the region around one; null for a country, and for what nobody named. */
  around(code) {
    const region = this.#known.get(code);
    if (!region || region.level === 'COUNTRY' || region.country === code) return null;
    const [province] = [...(this.#votes.get(code) ?? [])].sort((a, b) => b[1] - a[1])[0] ?? [];
    return province ?? region.country ?? null;
  }

  #learnOne(region, beside) {
    if (!this.#known.has(region.code)) this.#known.set(region.code, region);
    if (region.level !== 'PLACE') return;
    const votes = this.#votes.get(region.code) ?? new Map();
    for (const { level, country: of, code } of beside) {
      if (level === 'ADMIN1' && of === region.country) votes.set(code, (votes.get(code) ?? 0) + 1);
    }
    this.#votes.set(region.code, votes);
  }
}

/** The regions of all alerts that the page has shown. */
export const regions = new Regions();
