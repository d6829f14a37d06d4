import type { Node, Function as OxcFunction } from "oxc-parser";
import { childrenOf, isTypeOnly, unwrap } from "./syntax.ts";

/** What is known of a name that a file declares. */
export interface Binding {
  /** The one value that a `const` has. */
  value?: Node;
  /** Each value that something else than a `const` is ever given. */
  given?: Node[];
  /** The member that it is taken out of an object by. */
  member?: string;
  /** The module that it comes from. */
  from?: string;
  /** The name of the type that a parameter is declared with. */
  type?: string;
}

const FUNCTIONS = new Set(["ArrowFunctionExpression", "FunctionDeclaration", "FunctionExpression"]);
const BLOCKS = new Set([
  "BlockStatement",
  "CatchClause",
  "ClassExpression",
  "ForInStatement",
  "ForOfStatement",
  "ForStatement",
  "FunctionBody",
  "Program",
  "StaticBlock",
  "SwitchStatement",
]);

/** The names that a pattern declares. */
function namesIn(pattern: Node | null): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((each) =>
        namesIn(each.type === "RestElement" ? each.argument : each.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap(namesIn);
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    case "TSParameterProperty":
      return namesIn(pattern.parameter);
    default:
      return [];
  }
}

/** What a pattern takes out of an object, by its own name and by that of the member. */
function membersIn(pattern: Node): [string, Binding][] {
  if (pattern.type === "AssignmentPattern") return membersIn(pattern.left);
  if (pattern.type !== "ObjectPattern") return [];
  return pattern.properties.flatMap((each): [string, Binding][] => {
    if (each.type === "RestElement") return [];
    const member = each.key.type === "Identifier" && !each.computed ? each.key.name : undefined;
    const target = each.value.type === "AssignmentPattern" ? each.value.left : each.value;
    return target.type === "Identifier" ? (member ? [[target.name, { member }]] : []) : membersIn(target);
  });
}

/** Of one name alone, not of what is taken out of it. */
function typeOf(parameter: Node): Binding {
  if (parameter.type === "AssignmentPattern") return { ...typeOf(parameter.left), given: [parameter.right] };
  const type = parameter.type === "Identifier" ? parameter.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === "TSTypeReference" && type.typeName.type === "Identifier"
    ? { type: type.typeName.name }
    : {};
}

/** The names that one node of syntax opens to what stands in it. */
export class Scope {
  readonly outer: Scope | undefined;
  readonly #bindings = new Map<string, Binding>();

  /** @returns the scope that a node opens, or the one around it */
  static at(node: Node, outer: Scope | undefined): Scope | undefined {
    return FUNCTIONS.has(node.type) || BLOCKS.has(node.type) ? new Scope(node, outer) : outer;
  }

  private constructor(node: Node, outer: Scope | undefined) {
    this.outer = outer;
    if (FUNCTIONS.has(node.type)) {
      const { id, params, body } = node as OxcFunction;
      this.#declare(namesIn(id));
      for (const parameter of params) this.#declarePattern(parameter, typeOf(parameter));
      if (body) this.#hoist(body);
    } else if (node.type === "CatchClause") this.#declare(namesIn(node.param));
    else if (node.type === "ClassExpression") this.#declare(namesIn(node.id));
    else {
      if (node.type === "Program") this.#hoist(node);
      for (const child of childrenOf(node)) this.#take(child);
      if (node.type === "SwitchStatement")
        for (const { consequent } of node.cases) for (const child of consequent) this.#take(child);
    }
  }

  find(name: string): Binding | undefined {
    return this.#bindings.get(name) ?? this.outer?.find(name);
  }

  #declare(names: string[], binding: Binding = {}): void {
    for (const name of names) this.#bindings.set(name, { ...binding });
  }

  #declarePattern(pattern: Node, binding: Binding): void {
    this.#declare(namesIn(pattern), binding);
    for (const [name, taken] of membersIn(pattern)) this.#bindings.set(name, taken);
  }

  /** What is only declared for the types binds nothing: it is the global. */
  #take(node: Node): void {
    if (isTypeOnly(node)) return;
    switch (node.type) {
      case "ExportNamedDeclaration":
      case "ExportDefaultDeclaration":
        if (node.declaration) this.#take(node.declaration);
        break;
      case "VariableDeclaration":
        for (const { id, init } of node.declarations)
          this.#declarePattern(
            id,
            !init || id.type !== "Identifier"
              ? {}
              : node.kind === "const"
                ? { value: unwrap(init) }
                : { given: [init] },
          );
        break;
      case "FunctionDeclaration":
      case "ClassDeclaration":
      case "TSEnumDeclaration":
        this.#declare(namesIn(node.id));
        break;
      case "ImportDeclaration":
        if (node.importKind !== "type")
          for (const each of node.specifiers)
            if (!("importKind" in each && each.importKind === "type"))
              this.#declare([each.local.name], { from: node.source.value });
        break;
      case "TSImportEqualsDeclaration":
        this.#declare(namesIn(node.id));
    }
  }

  /** `var` is declared for the whole function, wherever it stands. */
  #hoist(node: Node): void {
    for (const child of childrenOf(node)) {
      if (isTypeOnly(child)) continue;
      if (child.type === "VariableDeclaration" && child.kind === "var") this.#take(child);
      if (!FUNCTIONS.has(child.type)) this.#hoist(child);
    }
  }
}
