import { svg } from './dom.js';

/* Drawn on 24 by 24, in the colour of the text around them. */
const PATHS = {
  check: 'M5 12.500l4.500 4.500L19 7.500',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c.6-3.600 3.400-5.500 7-5.500s6.400 1.900 7 5.500',
  comment: 'M4 5h16v11h-9l-4.500 4V16H4z',
  silence: 'M6 16.500V11a6 6 0 0 1 9.500-4.900M18 10.500v6H9M10.500 20h3M4 4l16 16',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500L20.500 20.500',
  filter: 'M4 5.500h16M7 12h10M10 18.500h4',
  close: 'M6 6l12 12M18 6L6 18',
  light:
    'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600l1.400 1.400M17 17l1.400 1.400M5.600 18.400L7 17M17 7l1.400-1.400',
  dark: 'M20 14.500A8 8 0 0 1 9.500 4 8 8 0 1 0 20 14.500z',
  auto: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 4v16M12 8h5M12 12h7.500M12 16h5',
  bookmark: 'M7 4h10v16l-5-4-5 4z',
  help: 'M9 9.500a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 18v.1',
  alerts: 'M12 4l9 16H3zM12 10v4.500M12 17.200v.1',
  articles: 'M5 4h14v16H5zM8.500 8.500h7M8.500 12h7M8.500 15.500h4',
  silences: 'M6 16.500V11a6 6 0 0 1 9.500-4.900M18 10.500v6H9M10.500 20h3M4 4l16 16',
  health: 'M3 12.500h4.500L10 6l4 12 2.500-5.500H21',
  test: 'M9 4h6M10 4v6l-5 8.500c-.5 1 .1 1.500 1 1.500h12c.9 0 1.500-.5 1-1.500L14 10V4M8 15h8',
  reports: 'M5 20V4M5 20h15M9 16v-4M13 16V8M17 16v-6',
  map: 'M9 5L3.500 7v12L9 17l6 2 5.500-2V5L15 7zM9 5v12M15 7v12',
  rows: 'M4 6h16M4 12h16M4 18h16',
  sound: 'M5 9.500v5h3.500L13 18.500v-13L8.500 9.500zM16 9a4.500 4.500 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11',
  noSound: 'M5 9.500v5h3.500L13 18.500v-13L8.500 9.500zM16.500 9.500l5 5M21.500 9.500l-5 5',
  signOut: 'M10 5H5v14h5M14 8l4 4-4 4M18 12H9',
};

/** A drawing that says nothing to who cannot see it: the words stand beside it, or in a label. */
export function icon(name) {
  return svg(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: PATHS[name] }),
  );
}
