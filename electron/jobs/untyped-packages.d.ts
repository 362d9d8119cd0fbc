// Packages that bring no types: what is used of them.

declare module 'linebreak' {
  // eslint-disable-next-line waymark/no-classes, waymark/no-default-exports -- the package exports one
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}

declare module 'bidi-js' {
  export type Bidi = {
    getEmbeddingLevels: (
      text: string,
      direction?: 'ltr' | 'rtl' | 'auto',
    ) => { levels: Uint8Array; paragraphs: { start: number; end: number; level: number }[] }
    getMirroredCharacter: (character: string) => string | null
  }
  // eslint-disable-next-line waymark/no-default-exports -- the package exports one
  export default function bidiFactory(): Bidi
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object
}
