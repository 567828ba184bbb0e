import { html, LitElement } from 'lit';
import { controls } from '../base.styles.ts';
import { icons } from '../icons.ts';
import { printPlan } from '../print/print.ts';
import { options } from '../reply/options.ts';
import { stepStyles } from '../reply/step.styles.ts';
import type { Scene } from '../scene.ts';
import { styles } from './plan.styles.ts';
import { planBody } from './plan-body.ts';
import { type Plan, planText } from './plan-text.ts';

/** The citizen's plan, to read, print, copy and go on from. */
export class FindVejPlan extends LitElement {
  static override styles = [controls, stepStyles, styles];
  static override properties = {
    plan: { attribute: false },
    scene: { attribute: false },
    copied: { state: true },
  };
  declare plan: Plan;
  declare scene: Scene;
  declare copied: boolean | null;

  constructor() {
    super();
    this.copied = null;
  }

  override render() {
    const { plan, scene } = this;
    const { words, language } = scene;
    return html`<article class="plan">
      ${planBody(plan, { words, language, depth: 'brief' })}
      <div class="keep">
        <button type="button" class="tool" @click=${() => printPlan(plan, words, language)}>${icons.print}<span>${words.print}</span></button>
        <button type="button" class="tool" @click=${() => this.#copy()}>${icons.copy}<span>${words.copy}</span></button>
        <p role="status">${this.copied === null ? '' : this.copied ? words.copied : words.copyFailed}</p>
      </div>
      ${options(plan.options, scene)}
    </article>`;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(planText(this.plan, this.scene.language));
      this.copied = true;
    } catch {
      this.copied = false;
    }
  }
}
