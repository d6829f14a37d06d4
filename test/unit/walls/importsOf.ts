import type { Node, Program } from "oxc-parser";
import { childrenOf } from "./syntax.ts";

export interface Import {
  /** What is imported, as written; `undefined` where only the running code knows. */
  from: string | undefined;
  /** Nothing of it is left when the code runs. */
  isType: boolean;
  node: Node;
}

/**
 * Everything that a file imports, in whatever way. `import { type A }` is an import: by
 * `verbatimModuleSyntax` the module is still loaded.
 */
export function importsOf(program: Program): Import[] {
  const found: Import[] = [];
  const visit = (node: Node): void => {
    switch (node.type) {
      case "ImportDeclaration":
        found.push({ from: node.source.value, isType: node.importKind === "type", node });
        break;
      case "ExportAllDeclaration":
      case "ExportNamedDeclaration":
        if (node.source) found.push({ from: node.source.value, isType: node.exportKind === "type", node });
        break;
      case "ImportExpression":
        found.push({
          from: node.source.type === "Literal" ? `${node.source.value}` : undefined,
          isType: false,
          node,
        });
        break;
      case "TSImportType":
        found.push({ from: node.source.value, isType: true, node });
        break;
      case "TSExternalModuleReference":
        found.push({ from: node.expression.value, isType: false, node });
        break;
      case "CallExpression":
        if (node.callee.type === "Identifier" && node.callee.name === "require") {
          const [first] = node.arguments;
          found.push({
            from: first?.type === "Literal" ? `${first.value}` : undefined,
            isType: false,
            node,
          });
        }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return found;
}
