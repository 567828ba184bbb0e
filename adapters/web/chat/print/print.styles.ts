import { css } from 'lit';

/** For the page around: on paper there is only the plan, on screen there is no paper. */
export const pageStyles = css`
  @media print {
    body > :not(find-vej-print) {
      display: none !important;
    }
    html,
    body {
      background: #fff !important;
      margin: 0 !important;
      padding: 0 !important;
    }
  }
  @media screen {
    find-vej-print {
      display: none !important;
    }
  }
`;

export const styles = css`
  :host {
    display: block;
    color: #000;
    font: 11pt / 1.45 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
    --fv-ink: #000;
    --fv-soft: #333;
    --fv-line: #999;
    --fv-brand: #000;
    --fv-warm: #000;
    --fv-warm-soft: #fff;
    --fv-brand-soft: #fff;
  }
  p {
    margin: 0 0 3pt;
  }
  ul.plain {
    margin: 0;
    padding-inline-start: 14pt;
  }
  h3 {
    font-size: 18pt;
    margin: 0 0 6pt;
  }
  h4 {
    font-size: 14pt;
    margin: 16pt 0 4pt;
    padding-bottom: 2pt;
    border-bottom: 1.5pt solid #000;
    break-after: avoid;
  }
  h5 {
    font-size: 11pt;
    margin: 10pt 0 4pt;
    break-after: avoid;
  }
  h6 {
    font-size: 12pt;
    margin: 0 0 2pt;
    break-after: avoid;
  }
  .steps {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .step {
    margin: 0 0 10pt;
    padding-inline-start: 10pt;
    border-inline-start: 2pt solid #999;
    break-inside: avoid;
  }
  details > summary {
    list-style: none;
    font-weight: 600;
    font-size: 9.5pt;
  }
  details {
    font-size: 9.5pt;
  }
  svg {
    display: none;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  .from {
    margin-top: 16pt;
    font-size: 9pt;
  }
`;
