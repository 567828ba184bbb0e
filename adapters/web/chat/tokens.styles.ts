import { css } from 'lit';

const dark = css`
  --fv-ground: var(--find-vej-ground, #12191c);
  --fv-paper: var(--find-vej-paper, #1b2428);
  --fv-ink: var(--find-vej-ink, #edf2f3);
  --fv-soft: #b4c2c7;
  --fv-line: #37464c;
  --fv-edge: #869aa2;
  --fv-brand: var(--find-vej-brand, #93d3d2);
  --fv-on-brand: var(--find-vej-on-brand, #06282b);
  --fv-brand-soft: #1f3a3d;
  --fv-head: var(--find-vej-head, #0f3b41);
  --fv-on-head: var(--find-vej-on-head, #f2f8f8);
  --fv-own: #244a4e;
  --fv-warm: #f4c784;
  --fv-warm-soft: #3a2f1b;
  --fv-danger: #ffb4ad;
  --fv-danger-soft: #451b1d;
  --fv-danger-fill: #ffb4ad;
  --fv-on-danger: #3b0a0c;
  --fv-focus: #ffe08a;
  --fv-shadow: 0 1rem 3rem rgb(0 0 0 / 0.55);
`;

/** Colours, type and spacing; the page may set those that begin with `--find-vej-`. */
export const tokens = css`
  :host {
    --fv-ground: var(--find-vej-ground, #f6f4ef);
    --fv-paper: var(--find-vej-paper, #ffffff);
    --fv-ink: var(--find-vej-ink, #1b2a30);
    --fv-soft: #4d5f67;
    --fv-line: #dcd8ce;
    --fv-edge: #76858c;
    --fv-brand: var(--find-vej-brand, #0e5a63);
    --fv-on-brand: var(--find-vej-on-brand, #ffffff);
    --fv-brand-soft: #e4f0ef;
    --fv-head: var(--find-vej-head, #0e5a63);
    --fv-on-head: var(--find-vej-on-head, #ffffff);
    --fv-own: #d9ebea;
    --fv-warm: #7a4300;
    --fv-warm-soft: #fdf0d9;
    --fv-danger: #9b1c22;
    --fv-danger-soft: #fdeeec;
    --fv-danger-fill: #a61c24;
    --fv-on-danger: #ffffff;
    --fv-focus: #10303a;
    --fv-shadow: 0 1rem 3rem rgb(16 48 58 / 0.28);
    --fv-radius: var(--find-vej-radius, 0.75em);
    color-scheme: light;
    font-family: var(--find-vej-font, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif);
    /* Sites that set the root to 62.5 % must not make it tiny; people who enlarge their text get it. */
    font-size: var(--find-vej-font-size, max(1rem, 1em));
    line-height: 1.5;
    color: var(--fv-ink);
    text-align: start;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      color-scheme: dark;
      ${dark}
    }
  }
  :host([theme='dark']) {
    color-scheme: dark;
    ${dark}
  }
`;
