import type { BundleCheckId } from '../features/bundle-check.ts'

/** What each check says when it passes and when it fails. Never quotes the bundle or the terms. */
export const bundleCheckWords: Record<BundleCheckId, { passed: string; failed: string }> = {
  opens: {
    passed: 'It is one PDF that opens without a password.',
    failed: 'It does not open as a PDF without a password. Build it again.',
  },
  'page-limit': {
    passed: 'It is within the limit of pages that is known for this kind of bundle.',
    failed: 'It has more pages than are allowed without permission. Take documents out, or ask the court first.',
  },
  labels: {
    passed: 'The page labels run as this kind of bundle wants them.',
    failed: 'The page labels don’t run as this kind of bundle wants them. Build it again with this profile.',
  },
  stamps: {
    passed: 'Every page bears its number, the same as its page label.',
    failed: 'Some pages don’t bear the number of their page label.',
  },
  'stamps-clear': {
    passed: 'No number stands on other text, and all are at least 10 point.',
    failed: 'On some pages the number stands on other text, or is smaller than 10 point.',
  },
  index: {
    passed: 'The index comes first, and every entry says the page where its document begins.',
    failed: 'The index is missing, or some of its entries say another page than the one they lead to.',
  },
  links: {
    passed: 'Every link leads to a page of the bundle.',
    failed: 'Some links lead nowhere, or out of the bundle, or the index has none.',
  },
  bookmarks: {
    passed: 'Every entry of the index has a bookmark with its page, and all lead there.',
    failed: 'Bookmarks are missing, lead nowhere, or name another page than the one they lead to.',
  },
  'opening-view': {
    passed: 'It opens on its first page at 100% with the bookmarks shown.',
    failed: 'It does not open on its first page at 100% with the bookmarks shown.',
  },
  'title-and-language': {
    passed: 'Its title and language are set.',
    failed: 'Its title or language is not set, which screen readers need.',
  },
  orientation: {
    passed: 'Text on every page reads from left to right, and none is upside down.',
    failed: 'On some pages most of the text is upside down or sideways. Turn them in the source, then build again.',
  },
  size: {
    passed: 'Every page is A4.',
    failed: 'Some pages are not A4.',
  },
  'text-layer': {
    passed: 'Every page has text that can be searched.',
    failed: 'Some pages have no text that can be searched. Photos may be so; typed pages need text recognition.',
  },
  'hidden-data': {
    passed: 'No attachments, scripts, form fields, notes, layers, earlier versions or names of authors were found.',
    failed:
      'It holds something that can’t be seen on its pages: an attachment, script, form field, note, layer, earlier version or name.',
  },
  terms: {
    passed:
      'None of the terms was found in the text, bookmarks, title or file name. Pictures were not read: a second person must still look.',
    failed: 'Terms that must not be in the bundle were found. Take them out and build again.',
  },
}

/** Where there was nothing to search for. */
export const noTermsGiven = 'No list of terms was given, so nothing was searched for.'
