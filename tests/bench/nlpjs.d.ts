// The parts of nlp.js that the bench uses; the packages come without types.
declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): void;
  }
  export function containerBootstrap(): Promise<Container>;
}
declare module '@nlpjs/lang-da' {
  export const LangDa: unknown;
}
declare module '@nlpjs/nlu' {
  import type { Container } from '@nlpjs/core';
  export class NluNeural {
    constructor(settings: { locale: string; container: Container; log: boolean; useNoneFeature: boolean });
    train(corpus: readonly { utterance: string; intent: string }[]): Promise<unknown>;
    process(text: string): Promise<{ classifications: readonly { intent: string; score: number }[] }>;
  }
}
