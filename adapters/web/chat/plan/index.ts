import { FindVejPlan } from './plan.ts';

customElements.get('find-vej-plan') ?? customElements.define('find-vej-plan', FindVejPlan);
