/** What keeps a bundle from being kept, made or saved: rules that `details.rule` names. */
export const bundleRuleSentences = {
  'bundle-has-confidential':
    'Confidential details were found in this version. Take them out and make it again, or say why it may go out.',
  'bundle-in-error': 'This bundle was entered in error. Take that back first.',
  'bundle-search-outdated':
    'What is confidential in this case has changed since this version was searched. Search it again first.',
  'bundle-unsearched': 'This version has not been searched for confidential details yet. Search it first.',
  'document-in-error': 'A document in this bundle was entered in error. Take it out first.',
  'entry-twice': 'A document or paper stands in this bundle twice. Take one out.',
  'name-has-confidential': 'This name has a confidential detail in it. Choose another one.',
  'no-profile-then': 'Waymark knows no rules for this kind of bundle on the day of the hearing. Check the date.',
  'no-such-profile': 'There is no such kind of bundle. Write general or family.',
  'not-of-this-case': 'One of these is not in this case any more. Take it out, then save again.',
  'nothing-to-override': 'There is nothing here that keeps this version from going out.',
  'spec-incomplete': 'The spec lacks something, or has something that does not belong there. The details name it.',
  'spec-not-json': 'The spec is not JSON. Check it for a missing comma.',
  'too-many-in-bundle': 'A bundle takes at most 2,000 documents. Take some out, or make two.',
} as const
