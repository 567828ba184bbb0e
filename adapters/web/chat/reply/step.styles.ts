import { css } from 'lit';

/** How a step, its contacts and its proof look, in a plan, alone and on paper. */
export const stepStyles = css`
  dl,
  dd,
  dt {
    margin: 0;
  }
  .provider {
    color: var(--fv-soft);
  }
  .maybe,
  .mark {
    display: inline-block;
    padding: 0.1em 0.6em;
    border: 1px solid currentColor;
    border-radius: 1em;
    font-size: 0.875em;
    font-weight: 600;
  }
  .maybe {
    margin-top: 0.4em;
    color: var(--fv-warm);
    background: var(--fv-warm-soft);
    border-radius: 0.8em;
  }
  .stale {
    display: flex;
    gap: 0.5em;
    margin-top: 0.5em;
    padding: 0.4em 0.6em;
    font-size: 0.9375em;
    color: var(--fv-warm);
    background: var(--fv-warm-soft);
    border-inline-start: 3px solid currentColor;
  }
  .facts > div {
    margin-top: 0.6em;
  }
  .facts dt {
    font-size: 0.875em;
    font-weight: 600;
    color: var(--fv-soft);
  }
  .facts .by-when dd {
    font-weight: 600;
  }
  .bring {
    margin-top: 0.6em;
    font-size: 0.875em;
    font-weight: 600;
    color: var(--fv-soft);
  }
  .contacts {
    list-style: none;
    margin: 0.75em 0 0;
    padding: 0;
    display: grid;
    gap: 0.6em;
  }
  .contacts li {
    display: grid;
  }
  .contacts .name {
    font-weight: 600;
  }
  .contacts .hours,
  .contacts .note {
    color: var(--fv-soft);
    font-size: 0.9375em;
  }
  .phone {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    justify-self: start;
    min-height: 2.4em;
    padding-inline-end: 0.5em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .links {
    list-style: none;
    margin: 0.5em 0 0;
    padding: 0;
  }
  .links a {
    display: inline-block;
    padding: 0.45em 0;
  }
  .host {
    color: var(--fv-soft);
    font-size: 0.875em;
  }
  details {
    margin-top: 0.4em;
  }
  summary {
    width: fit-content;
    padding: 0.35em 0.4em 0.35em 0;
    cursor: pointer;
    color: var(--fv-brand);
    font-size: 0.9375em;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  details + details {
    margin-top: 0;
  }
  details[open] {
    padding-bottom: 0.4em;
  }
  .proof dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.15em 0.75em;
    margin-top: 0.4em;
    font-size: 0.9375em;
  }
  .proof dt {
    color: var(--fv-soft);
  }
  .proof dd {
    overflow-wrap: anywhere;
  }
  .path {
    font-size: 0.9375em;
  }
  [dir='rtl'] .arrow {
    display: inline-block;
    transform: scaleX(-1);
  }
`;
