import '../ask/index.ts';
import '../plan/index.ts';
import '../print/index.ts';
import { FindVej } from './find-vej.ts';

customElements.get('find-vej') ?? customElements.define('find-vej', FindVej);
