import { html, type TemplateResult } from 'lit';
import { type StepLook, stepBody } from '../reply/step.ts';
import { paragraphs } from '../reply/text.ts';
import type { Plan } from './plan-text.ts';

/** The plan as headings and lists: horizon, who it comes from, step. The same on screen and on paper. */
export function planBody(plan: Plan, look: Omit<StepLook, 'planWords'>): TemplateResult {
  const stepLook = { ...look, planWords: plan.words };
  return html`
    <h3 tabindex="-1" data-focus>${plan.title}</h3>
    ${paragraphs(plan.intro)}
    ${plan.parts.map(
      (part) => html`<section class=${`part ${part.horizon}`}>
        <h4>${part.heading}</h4>
        ${part.groups.map(
          (group) => html`<div class=${`group ${group.from}`}>
            <h5>${group.heading}</h5>
            <ul class="steps">
              ${group.steps.map((step) => html`<li class="step"><h6>${step.title}</h6>${stepBody(step, stepLook)}</li>`)}
            </ul>
          </div>`,
        )}
      </section>`,
    )}`;
}
