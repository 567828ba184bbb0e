import { FindVejAsk } from './ask.ts';

customElements.get('find-vej-ask') ?? customElements.define('find-vej-ask', FindVejAsk);
