import type { DocumentDraft, DocumentKind } from '../features/documents.ts'

export const documentKindWords: Record<DocumentKind, string> = {
  statement: 'Statement',
  message: 'Messages',
  picture: 'Picture',
  recording: 'Recording',
  letter: 'Letter or e-mail',
  medical: 'Medical paper',
  'police-paper': 'Police paper',
  'court-paper': 'Court paper',
  'risk-form': 'Risk form',
  other: 'Something else',
}

export const documentQuestions: Record<keyof DocumentDraft, string> = {
  title: 'Title',
  kind: 'What it is',
  when: 'Its own date',
  fromWhom: 'From whom',
  note: 'Note',
  people: 'About whom',
  links: 'Belongs to',
  fileId: 'File',
}

export const documentHints = {
  links: 'In a bundle, papers name its page beside each of these records.',
  title: 'As it should stand in the index of a bundle.',
  when: 'The date on the paper, or when the picture was taken. Not the day on which it was added.',
  fromWhom: 'Who wrote it or gave it to you.',
  note: 'For you and your colleagues. It is not part of any bundle.',
} as const

/** A file's name without its ending, for a document that nobody has described yet. */
export function titleOfFile(name: string): string {
  const plain = name.replace(/\.[\p{L}\p{N}]{1,8}$/u, '').trim()
  return (plain === '' ? name : plain).slice(0, 200)
}

/** The likeliest kind by what the bytes are; a person corrects it. */
export function kindOfMedia(mediaType: string | null): DocumentKind {
  if (mediaType?.startsWith('image/') === true) return 'picture'
  if (mediaType?.startsWith('audio/') === true || mediaType?.startsWith('video/') === true) return 'recording'
  if (mediaType === 'message/rfc822' || mediaType === 'application/vnd.ms-outlook') return 'letter'
  return 'other'
}

const mediaWords: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG picture',
  'image/png': 'PNG picture',
  'image/heic': 'HEIC picture',
  'image/webp': 'WebP picture',
  'video/mp4': 'MP4 film',
  'video/quicktime': 'MOV film',
  'audio/mpeg': 'MP3 recording',
  'audio/x-m4a': 'M4A recording',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel sheet',
  'application/zip': 'ZIP folder',
}

/** What a file is, in a word or two. */
export const mediaTypeWords = (mediaType: string | null): string =>
  mediaType === null ? 'Text or unknown' : (mediaWords[mediaType] ?? mediaType)
