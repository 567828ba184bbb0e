import { crisisShape } from './crisis.ts';
import { milestoneShape } from './milestone.ts';
import { needShape } from './need.ts';
import { organisationShape } from './organisation.ts';
import { ownStepShape } from './own-step.ts';
import { questionShape } from './question.ts';
import { serviceShape } from './service.ts';
import { situationShape } from './situation.ts';
import { translationShape } from './translation.ts';

/** The kinds of node a content file may hold, by the name of their list, with the shape of one entry. */
export const shapes = {
  situations: situationShape,
  needs: needShape,
  services: serviceShape,
  ownSteps: ownStepShape,
  organisations: organisationShape,
  questions: questionShape,
  milestones: milestoneShape,
  crises: crisisShape,
  translations: translationShape,
} as const;

export type Kind = keyof typeof shapes;
export const kinds = Object.keys(shapes) as readonly Kind[];
