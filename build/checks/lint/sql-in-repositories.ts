import type { Rule } from 'eslint'
import type ts from 'typescript'

type Services = { program?: ts.Program; esTreeNodeToTSNodeMap?: { get: (node: unknown) => ts.Node } }

/** SQL stays where a reader looks for it. Where it may stand is the business of eslint.config.ts. */
export const sqlInRepositories: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], messages: { forbidden: 'SQL belongs in a *.repo.ts file or a migration.' } },
  create: context => ({
    'CallExpression[callee.type="MemberExpression"]'(call: Rule.Node) {
      if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return
      const { object, property } = call.callee
      if (property.type !== 'Identifier' || !/^(prepare|exec|pragma)$/.test(property.name)) return
      if (property.name === 'exec' && isRegExp(context, object)) return
      context.report({ node: property, messageId: 'forbidden' })
    },
  }),
}

function isRegExp(context: Rule.RuleContext, object: object): boolean {
  // ESLint leaves the type of a parser's services open; typescript-eslint documents these two.
  const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices as Services
  if (!program || !esTreeNodeToTSNodeMap) return false
  return program.getTypeChecker().getTypeAtLocation(esTreeNodeToTSNodeMap.get(object)).symbol.name === 'RegExp'
}
