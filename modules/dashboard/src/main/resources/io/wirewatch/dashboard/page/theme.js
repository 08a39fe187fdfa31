import { h, replace } from './dom.js';
import { icon } from './icons.js';
import { t } from './words.js';

const KEPT = 'wirewatch.theme';
const THEMES = ['auto', 'light', 'dark'];

/** Applies the theme that was chosen last. */
export function applyTheme(theme = chosen()) {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** A button that goes from one theme to the next: as the system has it, light, dark. */
export function themeButton() {
  const button = h('button', { type: 'button', class: 'plain', onclick: () => next() });
  const show = () => {
    const label = t(`theme.${chosen()}`);
    button.title = label;
    button.setAttribute('aria-label', label);
    replace(button, icon(chosen()));
  };
  const next = () => {
    const theme = THEMES[(THEMES.indexOf(chosen()) + 1) % THEMES.length];
    remember(theme);
    applyTheme(theme);
    show();
  };
  show();
  return button;
}

let unkept = null;

function chosen() {
  try {
    const kept = unkept ?? localStorage.getItem(KEPT);
    return THEMES.includes(kept) ? kept : 'auto';
  } catch {
    return unkept ?? 'auto'; // storage is switched off: the choice lasts as long as the page
  }
}

function remember(theme) {
  unkept = theme;
  try {
    localStorage.setItem(KEPT, theme);
  } catch (refused) {
    console.warn('the theme is not remembered', refused);
  }
}
