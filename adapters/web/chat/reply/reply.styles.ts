import { css } from 'lit';

/** How a step alone, an overview and a crisis look in the conversation. */
export const replyStyles = css`
  .sheet,
  .crisis {
    padding: 1em;
    background: var(--fv-paper);
    border: 1px solid var(--fv-line);
    border-radius: var(--fv-radius);
  }
  .sheet h3 {
    font-size: 1.2em;
    line-height: 1.3;
  }
  .crisis {
    background: var(--fv-danger-soft);
    border: 2px solid var(--fv-danger);
    font-size: 1.0625em;
  }
  .crisis h3 {
    font-size: 1.2em;
    line-height: 1.3;
    color: var(--fv-danger);
  }
  .crisis .contacts {
    gap: 0.9em;
  }
  .crisis .phone {
    order: -1;
    justify-self: stretch;
    margin-bottom: 0.15em;
    padding: 0.25em 0.6em;
    font-size: 1.6em;
    font-weight: 700;
    color: var(--fv-on-danger);
    background: var(--fv-danger-fill);
    border-radius: 0.35em;
    text-decoration: none;
  }
  .crisis .phone:hover {
    text-decoration: underline;
  }
  .crisis .contacts .hours,
  .crisis .contacts .note {
    color: inherit;
  }
  .milestones {
    list-style: none;
    margin: 1em 0 0;
    padding: 0;
  }
  .milestone {
    position: relative;
    padding: 0 0 1.1em;
    padding-inline-start: 1.6em;
  }
  .milestone::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.4em;
    top: 0.6em;
    bottom: -0.6em;
    border-inline-start: 2px solid var(--fv-line);
  }
  .milestone:last-child::before {
    display: none;
  }
  .milestone::after {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    top: 0.35em;
    width: 0.85em;
    height: 0.85em;
    background: var(--fv-paper);
    border: 3px solid var(--fv-edge);
    border-radius: 50%;
  }
  .milestone.duty::after {
    border-color: var(--fv-warm);
    background: var(--fv-warm);
  }
  .milestone.right::after {
    border-color: var(--fv-brand);
  }
  .when {
    font-weight: 600;
  }
  .milestone p + p {
    margin-top: 0.2em;
  }
  .marks {
    color: var(--fv-soft);
    font-size: 0.9375em;
  }
  .duty .mark {
    color: var(--fv-warm);
    background: var(--fv-warm-soft);
  }
  .right .mark {
    color: var(--fv-brand);
    background: var(--fv-brand-soft);
  }
`;
