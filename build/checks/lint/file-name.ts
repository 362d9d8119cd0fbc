import { basename } from 'node:path'
import type { Rule } from 'eslint'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|tsx|mjs|js)$/
const pascal = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/
const pageObject = /[\\/]tests[\\/]e2e[\\/]pages[\\/][A-Z][A-Za-z0-9]*\.ts$/

/** kebab-case files; PascalCase.tsx for components and PascalCase.ts for page objects. */
export const fileName: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wrong: 'Name the file in kebab-case, or PascalCase.tsx for a component.' },
  },
  create: context => ({
    Program(node) {
      const name = basename(context.filename)
      if (!kebab.test(name) && !pascal.test(name) && !pageObject.test(context.filename))
        context.report({ node, messageId: 'wrong' })
    },
  }),
}
