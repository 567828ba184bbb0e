import { css } from 'lit';

/** Below the conversation: how it stands, the field to write in, and what is always possible. */
export const footStyles = css`
  .notices {
    flex: none;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.3em 1em;
    padding: 0.5em 1em;
    background: var(--fv-warm-soft);
    color: var(--fv-warm);
    border-top: 1px solid currentColor;
  }
  .notice button {
    padding: 0.3em 0.9em;
    border: 1.5px solid currentColor;
    background: none;
    color: inherit;
    font-weight: 600;
  }
  .typing {
    display: flex;
    align-items: center;
    gap: 0.6em;
    padding: 0.3em 1em 0.5em;
    color: var(--fv-soft);
    font-size: 0.9375em;
  }
  .dots {
    display: inline-flex;
    gap: 0.25em;
  }
  .dots i {
    width: 0.45em;
    height: 0.45em;
    border-radius: 50%;
    background: currentColor;
    animation: breathe 1.4s ease-in-out infinite;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.2s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.4s;
  }
  @keyframes breathe {
    50% {
      opacity: 0.25;
    }
  }
  .foot {
    flex: none;
    padding: 0.6em max(1em, 50% - 23em) max(0.4em, env(safe-area-inset-bottom));
    background: var(--fv-paper);
    border-top: 1px solid var(--fv-line);
  }
  .composer {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.25em 0.5em;
    align-items: end;
  }
  .composer label {
    grid-area: 1 / 1 / auto / -1;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .composer textarea {
    min-width: 0;
    width: 100%;
    min-height: 2.9em;
    max-height: 8em;
    padding: 0.6em 0.8em;
    line-height: 1.4;
    resize: none;
    field-sizing: content;
    background: var(--fv-ground);
    border: 1.5px solid var(--fv-edge);
    border-radius: var(--fv-radius);
  }
  .composer textarea::placeholder {
    color: var(--fv-soft);
    opacity: 1;
  }
  .composer .primary {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: 2.9em;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    margin: 0.25em -0.5em 0;
  }
  .tools button {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    padding: 0.3em 0.5em;
    border: 1px solid transparent;
    background: none;
    font-size: 0.9375em;
    color: var(--fv-brand);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  @media (hover: hover) {
    .tools button:hover {
      background: var(--fv-brand-soft);
    }
  }
  .tools .person {
    font-weight: 600;
  }
  [dir='rtl'] .flips svg {
    transform: scaleX(-1);
  }
  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }
`;
