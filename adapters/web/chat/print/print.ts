import { html, LitElement } from 'lit';
import type { Language } from '../../../../bot/message.ts';
import { dayInWords } from '../day.ts';
import { directionOf, tagOf } from '../language.ts';
import { planBody } from '../plan/plan-body.ts';
import type { Plan } from '../plan/plan-text.ts';
import { stepStyles } from '../reply/step.styles.ts';
import type { Words } from '../words.ts';
import { pageStyles, styles } from './print.styles.ts';

/** The plan on paper: everything unfolded, nothing to press. Lives at the end of the page while it prints. */
export class FindVejPrint extends LitElement {
  static override styles = [stepStyles, styles];
  static override properties = {
    plan: { attribute: false },
    words: { attribute: false },
    language: { attribute: false },
  };
  declare plan: Plan;
  declare words: Words;
  declare language: Language;

  override render() {
    const { plan, words, language } = this;
    const today = dayInWords(new Date().toISOString().slice(0, 10), language);
    return html`<article lang=${tagOf(language)} dir=${directionOf(language)}>
      ${planBody(plan, { words, language, depth: 'paper' })}
      <p class="from">${words.printedFrom} ${today} · ${location.host}</p>
    </article>`;
  }
}

const sheet = 'find-vej-print';

/** Puts a plan on the page in place of everything else, on paper only. */
export function layOutForPrint(plan: Plan, words: Words, language: Language): void {
  clearPrint();
  const paper = document.createElement(sheet) as FindVejPrint;
  Object.assign(paper, { plan, words, language });
  document.body.append(paper);
  if (pageStyles.styleSheet)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, pageStyles.styleSheet];
}

/** Gives the page back to itself. */
export function clearPrint(): void {
  document.querySelector(sheet)?.remove();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
    (styles) => styles !== pageStyles.styleSheet,
  );
}

/** Prints a plan and nothing else of the page. */
export async function printPlan(plan: Plan, words: Words, language: Language): Promise<void> {
  layOutForPrint(plan, words, language);
  await (document.querySelector(sheet) as FindVejPrint | null)?.updateComplete;
  addEventListener('afterprint', clearPrint, { once: true });
  print();
}
