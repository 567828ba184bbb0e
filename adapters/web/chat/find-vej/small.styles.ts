import { css } from 'lit';

/** What gives way on small screens and for large text; nothing that is always possible does. */
export const smallStyles = css`
  @media (min-width: 48em) {
    .icon.size {
      display: inline-flex;
    }
  }
  @media (max-width: 40em) {
    dialog.panel,
    dialog.panel.large {
      inset: 0;
      width: 100vw;
      height: 100vh;
      height: 100dvh;
      border-radius: 0;
    }
  }
  /* How narrow and how low is measured in the citizen's own size of text. First: every line counts. */
  @container (max-width: 28em) {
    .head {
      gap: 0.25em;
      padding-inline: 0.75em 0.25em;
    }
    .exit svg {
      display: none;
    }
    .log {
      padding: 0.75em;
    }
    .foot {
      padding-inline: 0.75em;
    }
    .composer .primary span {
      position: absolute;
      clip-path: inset(50%);
    }
    .tools button {
      min-height: 2.3em;
    }
  }
  /* The label stands in the field until something is written. */
  @container (17em < width <= 28em) {
    .composer label {
      grid-area: 1 / 1;
      align-self: center;
      padding-inline: 0.9em;
      font-weight: 400;
      color: var(--fv-soft);
      pointer-events: none;
    }
    .composer textarea {
      grid-area: 1 / 1;
    }
    .composer textarea:not(:placeholder-shown) ~ label {
      opacity: 0;
    }
  }
  @container (max-width: 20em) {
    .head h2 svg {
      display: none;
    }
  }
  @container (max-width: 17em) {
    .exit {
      order: 1;
      flex: 1 0 100%;
    }
  }
  /* Little height: the frame scrolls as a whole rather than leaving a slit for the conversation. */
  @container (max-height: 32em) {
    .frame {
      display: block;
      overflow-y: auto;
    }
    .log {
      overflow: visible;
      min-height: calc(100% - 14em);
    }
  }
  @container (20em < height <= 32em) {
    .head {
      position: sticky;
      top: 0;
      z-index: 1;
    }
  }
`;
