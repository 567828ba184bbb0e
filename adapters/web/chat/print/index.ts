import { FindVejPrint } from './print.ts';

customElements.get('find-vej-print') ?? customElements.define('find-vej-print', FindVejPrint);
