/** Why a document can't be shown or printed. */
export const readingRuleSentences: Readonly<Record<string, string>> = {
  'document-damaged': 'This file is damaged and can’t be shown. Export a copy to try it elsewhere.',
  'document-locked': 'This document is locked with a password. Type it to see the document.',
  'document-password-wrong': 'That is not the password of this document. Check Caps Lock and try again.',
  'file-empty': 'This file is empty: there is nothing in it to show.',
  'file-cut': 'This file in the vault was cut short or changed, so it is not shown. Restore a backup to get it back.',
  'file-changed': 'This file in the vault was changed, so it is not shown. Restore a backup to get it back.',
  'kind-not-shown': 'Waymark can’t show files of this kind. Export a copy to open it in another program.',
  'picture-not-shown':
    'Waymark can’t show pictures of this kind. Export a copy, save it as JPEG in another program, and put that in its place here.',
  'no-pages': 'This document has no pages that can be read. Export a copy to try it elsewhere.',
  'page-damaged': 'This page is damaged and can’t be shown.',
  'picture-too-large': 'This picture is too large to be shown here. Export a copy to open it in another program.',
  'reading-closed': 'This document was closed to make room. Open it again.',
  'service-ended':
    'This took too long or too much memory, so Waymark stopped it. The document in the vault is as it was.',
  'not-printed':
    'The printing system could not print this. Look whether the printer is on, or save a copy and print that.',
  'text-too-long': 'This text is too long to be shown here. Export a copy to open it in another program.',
  'too-many-pages': 'This document has more than 20,000 pages. Export a copy to open it in another program.',
}
