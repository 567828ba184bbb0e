import type { CrisisCard } from '../knowledge/crisis.ts';
import type { Horizon } from '../knowledge/situation.ts';
import type { Action } from './message.ts';

/** A button. */
export interface Option {
  readonly label: string;
  readonly action: Action;
  /** `quiet` buttons are offered beside the answers, not among them. */
  readonly quiet?: true;
}

/** Somebody to call. `hours` says it when the hours are not known or old. */
export interface Contact {
  readonly name: string;
  readonly phone?: string;
  readonly hours: string;
  readonly note?: string;
}

/** Why a suggestion stands in the plan: nothing is shown without it. */
export interface StepProof {
  /** Situation and need that lead to the step, in words. */
  readonly path: readonly string[];
  /** The rule that matched, or that may match, in words. */
  readonly rule: string;
  readonly source: string;
  readonly checkedOn: string;
  readonly law?: string;
  /** Set when the source is old: a warning in words. */
  readonly stale?: string;
}

export type From = 'municipality' | 'partner' | 'own';

/** One step of a plan, in words that can be shown as they are. */
export interface PlanStep {
  /** Id of the service or own step in the graph. */
  readonly id: string;
  readonly title: string;
  readonly from: From;
  readonly provider: string;
  /** Whether the rule matched what the citizen answered, or only may. */
  readonly fits: 'yes' | 'maybe';
  readonly what: string;
  readonly why: string;
  readonly how: string;
  readonly byWhen?: string;
  readonly cost?: string;
  readonly bring: readonly string[];
  readonly contacts: readonly Contact[];
  readonly website?: string;
  readonly selfService?: string;
  readonly proof: StepProof;
}

/** What happens when: one line of the overview. `date` is YYYY-MM-DD where it could be computed. */
export interface OverviewLine {
  readonly id: string;
  readonly when: string;
  readonly date?: string;
  readonly what: string;
  readonly kind: 'duty' | 'right' | 'info';
  readonly who: string;
  readonly proof: Omit<StepProof, 'path' | 'rule'>;
}

export interface PlanPart {
  readonly horizon: Horizon;
  readonly heading: string;
  readonly groups: readonly {
    readonly from: From;
    readonly heading: string;
    readonly steps: readonly PlanStep[];
  }[];
}

/** How a citizen answers: by options, several options, free text, a number or a day. */
export type Input = 'options' | 'many' | 'text' | 'number' | 'date';

/** What goes out, channel-neutral, in the citizen's language. Each channel renders every kind. */
export type Reply =
  | { readonly kind: 'say'; readonly text: string; readonly options?: readonly Option[] }
  | {
      readonly kind: 'ask';
      readonly text: string;
      readonly input: Input;
      /** The question's id, when it is one of the graph's. */
      readonly question?: string;
      readonly options: readonly Option[];
    }
  | {
      readonly kind: 'plan';
      readonly title: string;
      readonly intro: string;
      readonly parts: readonly PlanPart[];
      /** Headings and words around the steps, so that no renderer has words of its own. */
      readonly words: PlanWords;
      /** How many further steps `more` would show. */
      readonly hidden: number;
      readonly options: readonly Option[];
    }
  | {
      readonly kind: 'step';
      readonly step: PlanStep;
      readonly words: PlanWords;
      readonly options: readonly Option[];
    }
  | {
      readonly kind: 'overview';
      readonly title: string;
      readonly intro: string;
      readonly lines: readonly OverviewLine[];
      readonly words: PlanWords;
      readonly options: readonly Option[];
    }
  | {
      readonly kind: 'crisis';
      readonly crisis: CrisisCard;
      readonly title: string;
      readonly text: string;
      readonly contacts: readonly Contact[];
      readonly afterwards: readonly string[];
    }
  | {
      readonly kind: 'contact';
      readonly text: string;
      readonly contacts: readonly Contact[];
      readonly options: readonly Option[];
    }
  /** The conversation is gone; the channel clears its screen and shows the words. */
  | { readonly kind: 'forgotten'; readonly text: string };

export interface PlanWords {
  readonly why: string;
  readonly how: string;
  readonly byWhen: string;
  readonly source: string;
  readonly checked: string;
  readonly law: string;
  readonly cost: string;
  readonly bring: string;
  readonly maybe: string;
  readonly duty: string;
  readonly right: string;
  readonly proof: string;
  readonly website: string;
  readonly selfService: string;
  readonly details: string;
}
