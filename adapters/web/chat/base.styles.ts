import { css } from 'lit';

/** Buttons, links, bubbles and fields, the same in every part of the element. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--fv-focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  /* Reached by the program, not by the Tab key: a mark at the side is enough. */
  [tabindex='-1']:focus-visible {
    outline-width: 2px;
    outline-offset: 4px;
  }
  p,
  h3 {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .lines {
    white-space: pre-line;
  }
  p + p,
  h3 + p {
    margin-top: 0.6em;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
    border-radius: var(--fv-radius);
    min-height: 2.75em;
    text-align: start;
    overflow-wrap: anywhere;
  }
  svg {
    flex: none;
  }
  .bubble {
    width: fit-content;
    max-width: 100%;
    padding: 0.75em 1em;
    background: var(--fv-paper);
    border: 1px solid var(--fv-line);
    border-radius: var(--fv-radius);
    border-start-start-radius: 0.2em;
  }
  .bubble h3 {
    font-size: 1em;
    font-weight: 600;
  }
  .options {
    margin-top: 0.75em;
  }
  .answers {
    display: grid;
    gap: 0.5em;
  }
  .answer,
  .primary {
    padding: 0.55em 1em;
    background: var(--fv-paper);
    border: 1.5px solid var(--fv-brand);
    color: var(--fv-brand);
    font-weight: 600;
    line-height: 1.35;
  }
  @media (hover: hover) {
    .answer:hover,
    .quiet:hover {
      background: var(--fv-brand-soft);
    }
  }
  .primary {
    background: var(--fv-brand);
    color: var(--fv-on-brand);
    text-align: center;
  }
  .primary:hover {
    text-decoration: underline;
  }
  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.4em;
    margin-top: 0.35em;
  }
  .quiet {
    padding: 0.5em 0.6em;
    border: 1px solid transparent;
    background: none;
    color: var(--fv-brand);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  .quiet:hover {
    text-decoration-thickness: 2px;
  }
  a {
    color: var(--fv-brand);
    text-underline-offset: 0.2em;
    overflow-wrap: anywhere;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  ul.plain {
    margin: 0.4em 0 0;
    padding-inline-start: 1.2em;
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
