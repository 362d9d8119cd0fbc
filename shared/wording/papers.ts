export const paperWords = {
  caseNumber: 'Case number',
} as const

/** The foot of every page. */
export const pageOfPaper = (title: string, page: number, pages: number): string =>
  `${title} · Page ${String(page)} of ${String(pages)}`
