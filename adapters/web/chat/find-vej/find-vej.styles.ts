import { css } from 'lit';

/** The launcher, the panel and the conversation's frame. */
export const styles = css`
  :host {
    display: contents;
  }
  :host([inline]) {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .launcher {
    position: fixed;
    inset-inline-end: max(1rem, env(safe-area-inset-right));
    bottom: max(1rem, env(safe-area-inset-bottom));
    z-index: 2147483000;
    display: flex;
    align-items: center;
    gap: 0.6em;
    max-width: calc(100vw - 2rem);
    min-height: 3.4em;
    padding: 0.6em 1.3em 0.6em 1em;
    border: 2px solid var(--fv-on-head);
    border-radius: 2em;
    background: var(--fv-head);
    color: var(--fv-on-head);
    font-weight: 600;
    line-height: 1.25;
    box-shadow: var(--fv-shadow);
  }
  .launcher svg {
    width: 1.75em;
    height: 1.75em;
  }
  .launcher:hover span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .panel {
    container-type: size;
    margin: 0;
    padding: 0;
    border: 0;
    color: var(--fv-ink);
    background: var(--fv-ground);
    overflow: hidden;
  }
  dialog.panel {
    position: fixed;
    inset: auto;
    inset-inline-end: 1rem;
    bottom: 1rem;
    z-index: 2147483000;
    width: min(30em, calc(100vw - 2rem));
    height: min(54em, calc(100vh - 2rem));
    height: min(54em, calc(100dvh - 2rem));
    max-width: none;
    max-height: none;
    border-radius: 1em;
    box-shadow: var(--fv-shadow);
  }
  dialog.panel.large {
    width: min(52em, calc(100vw - 2rem));
    height: calc(100vh - 2rem);
    height: calc(100dvh - 2rem);
  }
  dialog.panel::backdrop {
    background: none;
  }
  section.panel {
    height: var(--find-vej-height, min(46em, 90vh));
    border: 1px solid var(--fv-line);
    border-radius: 1em;
  }
  .frame {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .head {
    flex: none;
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0.4em 0.5em;
    padding: 0.6em 0.6em 0.6em 1em;
    padding-inline: 1em 0.6em;
    background: var(--fv-head);
    color: var(--fv-on-head);
    --fv-focus: #ffffff;
  }
  .head h2 {
    flex: 1 1 auto;
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin: 0;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .exit,
  .icon {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
  }
  .exit {
    padding: 0.3em 0.9em;
    border: 2px solid var(--fv-on-head);
    background: var(--fv-on-head);
    color: var(--fv-head);
    font-weight: 700;
  }
  .exit:hover {
    text-decoration: underline;
  }
  .icon {
    min-width: 2.75em;
    padding: 0;
    border: 1px solid transparent;
    background: none;
  }
  .icon:hover {
    background: rgb(255 255 255 / 0.15);
  }
  .bar {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.5em;
    padding: 0.15em 0.75em;
    background: var(--fv-paper);
    border-bottom: 1px solid var(--fv-line);
    font-size: 0.9375em;
  }
  .bar label {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    color: var(--fv-brand);
  }
  .bar select {
    min-height: 2.6em;
    padding: 0 0.3em;
    border: 0;
    background: var(--fv-paper);
    color: var(--fv-brand);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .icon.size {
    display: none;
  }
  .log {
    flex: 1 1 auto;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    /* Long lines are hard to read, however wide the panel is. */
    padding: 1em max(1em, 50% - 23em);
    scroll-padding: 1em;
    scrollbar-width: thin;
  }
  .log:focus-visible {
    outline-offset: -3px;
  }
  .said,
  .own {
    margin-top: 1em;
  }
  .said + .said {
    margin-top: 0.6em;
  }
  .said:first-child {
    margin-top: 0;
  }
  .own {
    width: fit-content;
    max-width: 88%;
    margin-inline-start: auto;
    padding: 0.6em 1em;
    background: var(--fv-own);
    border-radius: var(--fv-radius);
    border-end-end-radius: 0.2em;
  }
  .state {
    margin-top: 0.3em;
    font-size: 0.875em;
    color: var(--fv-soft);
  }
  .state.failed {
    color: var(--fv-danger);
    font-weight: 600;
  }
  .centre {
    height: 100%;
    min-height: 12em;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 1em;
    padding: 1em;
    text-align: center;
  }
  .centre > svg {
    width: 3.5em;
    height: 3.5em;
    color: var(--fv-brand);
  }
  @media (forced-colors: active) {
    .panel,
    .own,
    .launcher,
    .sheet,
    .crisis {
      border: 2px solid CanvasText;
    }
    .head,
    .foot {
      border-block: 1px solid CanvasText;
    }
    .dots i {
      background: CanvasText;
    }
    .crisis .phone {
      forced-color-adjust: auto;
      border: 2px solid LinkText;
    }
  }
  @media print {
    .launcher,
    dialog.panel {
      display: none;
    }
    section.panel {
      height: auto;
    }
    section.panel .head,
    section.panel .bar,
    section.panel .foot,
    section.panel .notices {
      display: none;
    }
    .log {
      overflow: visible;
    }
  }
`;
