import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  h3 {
    font-size: 1.3em;
    line-height: 1.3;
  }
  h3 + p {
    margin-top: 0.4em;
    color: var(--fv-soft);
  }
  h4,
  h5,
  h6 {
    margin: 0;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  /* The plan is a way with three places on it. */
  .part {
    position: relative;
    margin-top: 1.25em;
    padding-inline-start: 1.75em;
  }
  .part::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.55em;
    top: 0.9em;
    bottom: -1.6em;
    border-inline-start: 3px dotted var(--fv-edge);
  }
  .part:last-of-type::before {
    display: none;
  }
  .part::after {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    top: 0.3em;
    width: 1.25em;
    height: 1.25em;
    border: 4px solid var(--fv-brand);
    border-radius: 50%;
    background: var(--fv-ground);
  }
  .part.now::after {
    background: var(--fv-brand);
    box-shadow: inset 0 0 0 3px var(--fv-ground);
  }
  h4 {
    font-size: 1.2em;
    color: var(--fv-brand);
  }
  .group {
    margin-top: 0.9em;
  }
  h5 {
    font-size: 0.9375em;
    font-weight: 600;
    color: var(--fv-soft);
  }
  .steps {
    list-style: none;
    margin: 0.4em 0 0;
    padding: 0;
    display: grid;
    gap: 0.75em;
  }
  .step {
    padding: 0.9em 1em;
    background: var(--fv-paper);
    border: 1px solid var(--fv-line);
    border-inline-start: 4px solid var(--fv-brand);
    border-radius: var(--fv-radius);
  }
  .group.partner .step {
    border-inline-start-color: var(--fv-edge);
  }
  .group.own .step {
    border-inline-start-color: var(--fv-warm);
  }
  h6 {
    font-size: 1.0625em;
    font-weight: 700;
  }
  h6 + p {
    margin-top: 0.1em;
  }
  .keep {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
    margin-top: 1.25em;
  }
  .keep p:empty {
    display: none;
  }
  .tool {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.5em 0.9em;
    background: var(--fv-brand-soft);
    border: 1px solid var(--fv-brand);
    color: var(--fv-brand);
    font-weight: 600;
  }
  .tool:hover {
    text-decoration: underline;
  }
`;
