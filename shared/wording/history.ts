const verbs: Readonly<Record<string, string>> = {
  recorded: 'recorded',
  opened: 'opened',
  added: 'added',
  updated: 'changed',
  withdrawn: 'marked as entered in error',
  reinstated: 'took back “entered in error” for',
  closed: 'closed',
  reopened: 'reopened',
  completed: 'ticked off',
  moved: 'moved',
  heard: 'recorded the outcome of',
  removed: 'removed',
  revealed: 'looked at',
  withheld: 'asked in vain for',
  matched: 'found somebody by',
  linked: 'linked',
  exported: 'exported a copy of',
  printed: 'opened for printing',
  replaced: 'put a newer file in the place of',
  parted: 'told apart',
  built: 'made a new version of',
  searched: 'searched for confidential details in',
  overridden: 'let go out in spite of what was found in it',
}

const things: Readonly<Record<string, string>> = {
  'police-contact': 'a police contact',
  incident: 'an incident',
  attachment: 'an attached file',
  document: 'a document',
  file: 'a file',
  bundle: 'a bundle',
  hearing: 'a hearing',
  task: 'a task',
  order: 'an order',
  breach: 'a breach',
  'police-report': 'a police report',
  contact: 'a contact or note',
  case: 'the case',
  person: 'a person',
  'person-match': 'a person and somebody in another case',
  identifier: 'a number or address',
  'safe-contact': 'a safe-contact plan',
}

/** What somebody did, as a clause after their name: recorded a police contact. An action without words shows as it is. */
export function actionWords(action: string): string {
  const [thing = '', verb = ''] = action.split('.')
  const what = things[thing]
  const did = verbs[verb]
  if (what === undefined || did === undefined) return action.replaceAll(/[.-]/g, ' ')
  return verb === 'withdrawn' ? `marked ${what} as entered in error` : `${did} ${what}`
}

/** Who did it, where the row names nobody. */
export const noActor = 'Waymark'
