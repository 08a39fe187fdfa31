import { calmly } from './calmly.js';
import { h, replace } from './dom.js';
import { icon } from './icons.js';
import { t } from './words.js';

const KEPT = 'wirewatch.alarm';
const CALM_MILLIS = 500;
const PAUSE_MILLIS = 10_000;
const TONES = [
  [880, 0],
  [660, 0.18],
];
const TONE_SECONDS = 0.16;

/**
 * A button that switches a sound on and off: two tones when a critical alert arrives that passes the filter and that nobody has
 * acknowledged or silenced. Browsers keep a page silent until somebody has clicked in it; until then the button says so.
 */
export function alarmButton(store) {
  let on = kept();
  let audio = null;
  let heard = '';
  let rang = -Infinity;
  const button = h('button', { type: 'button', class: 'plain', onclick: () => turn(!on) });

  function turn(to) {
    on = to;
    keep(on);
    if (on) ring();
    show();
  }
  function ring() {
    audio ??= new AudioContext();
    audio.resume().then(show, show);
    for (const [hertz, after] of TONES) tone(audio, hertz, audio.currentTime + after);
  }
  function show() {
    const mute = on && audio?.state !== 'running';
    const label = t(mute ? 'alarm.mute' : on ? 'alarm.on' : 'alarm.off');
    button.setAttribute('aria-pressed', String(on));
    button.setAttribute('aria-label', label);
    button.title = label;
    button.classList.toggle('mute', mute);
    replace(button, icon(on ? 'sound' : 'noSound'));
  }
  function isGrave(alert) {
    return alert.severity === 'CRITICAL' && alert.arrivedAt > heard && store.stateOf(alert) === 'open';
  }
  function listen() {
    const first = heard === '';
    const grave = on && !first ? store.shown().filter(isGrave) : [];
    for (const alert of store.alerts.values()) if (alert.arrivedAt > heard) heard = alert.arrivedAt;
    if (!on || first || grave.length === 0 || performance.now() - rang < PAUSE_MILLIS) return;
    rang = performance.now();
    ring();
  }

  // A click anywhere lets the page be heard; the button need not be switched off and on for it.
  document.addEventListener(
    'pointerdown',
    () => on && audio?.state !== 'running' && (audio ??= new AudioContext()).resume().then(show, show),
  );
  store.on('alerts', calmly(listen, CALM_MILLIS));
  show();
  return button;
}

function tone(audio, hertz, at) {
  const [sound, loudness] = [audio.createOscillator(), audio.createGain()];
  sound.frequency.value = hertz;
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + TONE_SECONDS);
  sound.connect(loudness).connect(audio.destination);
  sound.start(at);
  sound.stop(at + TONE_SECONDS);
}

function kept() {
  try {
    return localStorage.getItem(KEPT) === 'on';
  } catch {
    return false; // storage is switched off: silent until it is asked for
  }
}

function keep(on) {
  try {
    localStorage.setItem(KEPT, on ? 'on' : 'off');
  } catch (refused) {
    console.warn('the alarm is not remembered', refused);
  }
}
