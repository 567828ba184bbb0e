import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  form {
    margin-top: 0.75em;
    display: grid;
    gap: 0.6em;
    justify-items: start;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
    width: 100%;
    display: grid;
    gap: 0.4em;
  }
  .hint {
    color: var(--fv-soft);
    font-size: 0.9375em;
  }
  .tick {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-height: 2.75em;
    padding: 0.45em 0.85em;
    background: var(--fv-paper);
    border: 1.5px solid var(--fv-edge);
    border-radius: var(--fv-radius);
    cursor: pointer;
    line-height: 1.35;
  }
  .tick:has(:checked) {
    border-color: var(--fv-brand);
    background: var(--fv-brand-soft);
  }
  .tick:has(:focus-visible) {
    outline: 3px solid var(--fv-focus);
    outline-offset: 2px;
  }
  .tick input {
    flex: none;
    width: 1.35em;
    height: 1.35em;
    margin: 0;
    accent-color: var(--fv-brand);
  }
  .field {
    display: grid;
    gap: 0.2em;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .field input {
    width: 7em;
    min-height: 2.75em;
    padding: 0.3em 0.7em;
    font-size: 1.0667em;
    font-weight: 400;
    background: var(--fv-paper);
    border: 1.5px solid var(--fv-edge);
    border-radius: 0.5em;
  }
  .day-fields {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }
  .day input,
  .month input {
    width: 4em;
  }
  .year input {
    width: 5.5em;
  }
  .primary {
    min-width: 8em;
  }
  .error {
    padding-inline-start: 0.7em;
    border-inline-start: 4px solid var(--fv-danger);
    color: var(--fv-danger);
    font-weight: 600;
  }
`;
