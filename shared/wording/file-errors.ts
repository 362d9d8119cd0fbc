/** Why a file can't be taken in, or a copy of one not be written: rules that `details.rule` names. */
export const fileRuleSentences: Readonly<Record<string, string>> = {
  'no-free-name': 'There are a thousand files of this name in that folder. Choose another folder.',
  'no-room-for-copy':
    'There is no room for the copy in that folder, and nothing was left there. Choose another folder.',
  'no-room-left': 'There is no room left on the disk. Nothing was changed. Free some space, then try again.',
  'not-a-file': 'This is a folder. Open it and add the files in it.',
  'nothing-in-file': 'This file is empty, so it was not added. Get it again from where it came.',
}
