import type { Node, Program } from "oxc-parser";
import { fold } from "./fold.ts";
import { Scope } from "./Scope.ts";
import { childrenOf, isTypeOnly, isWrapper, type Path, unwrap } from "./syntax.ts";

/** One place where code uses a name that it has not declared itself. */
export interface Use {
  name: string;
  /** What it is a member of, by the last name of it; `""` for a bare name. */
  host: string;
  node: Node;
  /** It is written to. */
  isAssigned: boolean;
  /** A member of it, or a member of that, is. */
  isInto: boolean;
  isCalled: boolean;
  /** The one member that is taken from it. */
  next?: string | undefined;
  /** It is a member of our own configuration. */
  isOurs?: boolean;
  /** A text that is just this name, and may be used as one. */
  isText?: boolean;
}

/** Uses that have no name of their own. */
export const NAMELESS = {
  dynamicImport: "import()",
  codeAsText: "code as text",
  computed: "a computed name",
  window: "the window itself",
  document: "the document itself",
} as const;

/** What a package gives, whatever the importing file calls it. */
const PACKAGE_NAMES: Readonly<Record<string, string>> = { "js-cookie": "Cookies" };

export const WINDOWS: ReadonlySet<string> = new Set([
  "contentWindow",
  "defaultView",
  "frames",
  "globalThis",
  "opener",
  "parent",
  "self",
  "top",
  "view",
  "window",
]);
/** Objects of which a member that cannot be read here may be any power. */
const OPEN_HOSTS: ReadonlySet<string> = new Set([
  ...WINDOWS,
  "contentDocument",
  "document",
  "getRootNode",
  "history",
  "location",
  "navigator",
  "ownerDocument",
]);
const COMPARISONS: ReadonlySet<string> = new Set(["==", "===", "!=", "!==", "in", "instanceof"]);
/** Functions that reach the member which a text in their second place names. */
const BY_NAME: Readonly<Record<string, { writes: boolean }>> = {
  "Object.defineProperty": { writes: true },
  "Object.getOwnPropertyDescriptor": { writes: false },
  "Reflect.defineProperty": { writes: true },
  "Reflect.deleteProperty": { writes: true },
  "Reflect.get": { writes: false },
  "Reflect.getOwnPropertyDescriptor": { writes: false },
  "Reflect.set": { writes: true },
};
/** Of our own configuration. */
const OUR_TYPES: ReadonlySet<string> = new Set(["PageSite", "Site", "SiteInput"]);
/** Functions that reach all members of what they are given. */
const OVER_ALL: ReadonlySet<string> = new Set(["Object.entries", "Object.values"]);
const TIMERS: ReadonlySet<string> = new Set(["setImmediate", "setInterval", "setTimeout"]);

/** The nearest node around that does something with a value, and the child of it that the value is. */
function around(node: Node, path: Path): { parent: Node | undefined; child: Node; outer: Path } {
  let child = node;
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const parent = path[depth] as Node;
    if (!isWrapper(parent)) return { parent, child, outer: path.slice(0, depth) };
    child = parent;
  }
  return { parent: undefined, child, outer: [] };
}

function isTarget(node: Node, path: Path): boolean {
  const { parent, child, outer } = around(node, path);
  switch (parent?.type) {
    case "AssignmentExpression":
    case "AssignmentPattern":
    case "ForInStatement":
    case "ForOfStatement":
      return parent.left === child;
    case "UpdateExpression":
    case "ArrayPattern":
    case "RestElement":
      return true;
    case "UnaryExpression":
      return parent.operator === "delete";
    case "Property":
      return parent.value === child && outer.at(-1)?.type === "ObjectPattern";
    default:
      return false;
  }
}

const keyOf = (key: Node, isComputed: boolean, scope: Scope | undefined): string | undefined =>
  isComputed ? fold(key, scope) : key.type === "Identifier" ? key.name : fold(key, scope);

/** The last name by which an object is reached. */
function lastName(object: Node, scope: Scope | undefined, depth = 0): string {
  const node = unwrap(object);
  // Constants, or variables, that are made of each other.
  if (depth > 8) return "";
  const open = (parts: readonly Node[]): string | undefined =>
    parts.map((part) => lastName(part, scope, depth + 1)).find((name) => OPEN_HOSTS.has(name));
  switch (node.type) {
    case "MemberExpression":
      return keyOf(node.property, node.computed, scope) ?? "";
    case "CallExpression":
      return lastName(node.callee, scope, depth + 1) === "getRootNode" ? "getRootNode" : "";
    case "LogicalExpression":
      return open([node.left, node.right]) ?? "";
    case "ConditionalExpression":
      return open([node.consequent, node.alternate]) ?? "";
    case "AssignmentExpression":
      return lastName(node.right, scope, depth + 1);
    case "SequenceExpression":
      return lastName(node.expressions.at(-1) as Node, scope, depth + 1);
    case "Identifier": {
      const { value, given = [], member = "" } = scope?.find(node.name) ?? {};
      return (
        (value && lastName(value, scope, depth + 1)) ||
        open(given) ||
        (OPEN_HOSTS.has(member) ? member : node.name)
      );
    }
    default:
      return "";
  }
}

/** By its module or its type: the compiler holds a value of one to the members that we have given it. */
const isOurSite = (object: Node, scope: Scope | undefined): boolean => {
  const { from = "", type = "" } = (object.type === "Identifier" && scope?.find(object.name)) || {};
  return /^\.{1,2}\/(?:.*\/)?site\.ts$/.test(from) || OUR_TYPES.has(type);
};

/** Whether an expression is the window or the document, as far as its names tell. */
function reached(expression: Node, scope: Scope | undefined, depth = 0): "window" | "document" | undefined {
  const node = unwrap(expression);
  const kindOf = (name: string) =>
    WINDOWS.has(name) ? "window" : name === "document" ? "document" : undefined;
  if (node.type === "MemberExpression") {
    const host = unwrap(node.object);
    return reached(host, scope, depth + 1) && kindOf(keyOf(node.property, node.computed, scope) ?? "");
  }
  if (node.type !== "Identifier" || depth > 8) return undefined;
  const binding = scope?.find(node.name);
  if (!binding) return kindOf(node.name);
  return binding.value && reached(binding.value, scope, depth + 1);
}

/** The keys of an object that is written out, here or as the value of a name. */
function keysGiven(given: Node, scope: Scope | undefined, depth = 0): { key: string; node: Node }[] {
  const source = unwrap(given);
  if (depth > 8) return [];
  if (source.type === "Identifier") {
    const { value, given: values = [] } = scope?.find(source.name) ?? {};
    return (value ? [value] : values)
      .flatMap((each) => keysGiven(each, scope, depth + 1))
      .map(({ key }) => ({ key, node: source }));
  }
  if (source.type === "ConditionalExpression")
    return [source.consequent, source.alternate].flatMap((each) => keysGiven(each, scope, depth + 1));
  if (source.type === "LogicalExpression")
    return [source.left, source.right].flatMap((each) => keysGiven(each, scope, depth + 1));
  if (source.type !== "ObjectExpression") return [];
  return source.properties.flatMap((each) => {
    if (each.type === "SpreadElement") return keysGiven(each.argument, scope, depth + 1);
    const key = keyOf(each.key, each.computed, scope);
    return key ? [{ key, node: each }] : [];
  });
}

/** What is done with the value of an expression that has a name. */
function handling(node: Node, path: Path, scope: Scope | undefined) {
  const { parent, child, outer } = around(node, path);
  const isObject = parent?.type === "MemberExpression" && parent.object === child;
  const isWritten = isTarget(node, path);
  let isInto = isWritten;
  for (let [at, above] = [node, path]; !isInto; ) {
    const step = around(at, above);
    if (step.parent?.type !== "MemberExpression" || step.parent.object !== step.child) break;
    [at, above] = [step.parent, step.outer];
    isInto = isTarget(at, above);
  }
  return {
    isAssigned: isWritten,
    isInto,
    isCalled:
      (parent?.type === "CallExpression" || parent?.type === "NewExpression") && parent.callee === child,
    // Of what is written to, or only handed on, no one member is taken.
    next: isObject && !isTarget(parent, outer) ? keyOf(parent.property, parent.computed, scope) : undefined,
  };
}

/** What a pattern takes its keys from. */
function patternHost(pattern: Node, path: Path, scope: Scope | undefined): string {
  const { parent, child, outer } = around(pattern, path);
  switch (parent?.type) {
    case "VariableDeclarator":
      return parent.init ? lastName(parent.init, scope) : "?";
    case "AssignmentExpression":
      return lastName(parent.right, scope);
    case "AssignmentPattern":
      return parent.left === child ? lastName(parent.right, scope) || "?" : "?";
    case "Property":
      return outer.at(-1)?.type === "ObjectPattern"
        ? (keyOf(parent.key, parent.computed, scope) ?? "?")
        : "?";
    default:
      return "?";
  }
}

const isConstant = (declarator: Node, path: Path): boolean => {
  const declaration = path.at(-1);
  return (
    declarator.type === "VariableDeclarator" &&
    declarator.id.type === "Identifier" &&
    declaration?.type === "VariableDeclaration" &&
    declaration.kind === "const" &&
    // From another file it is not followed.
    path.at(-2)?.type !== "ExportNamedDeclaration"
  );
};

/** Whether the window, or the document, is only looked into here, by a name that can be read. */
function isLookedInto(node: Node, path: Path): boolean {
  const { parent, child, outer } = around(node, path);
  switch (parent?.type) {
    case "MemberExpression":
      return parent.object === child;
    case "BinaryExpression":
      return COMPARISONS.has(parent.operator);
    case "UnaryExpression":
      return true;
    case "VariableDeclarator":
      // A `const` is followed.
      return parent.id.type === "ObjectPattern"
        ? parent.id.properties.every(({ type }) => type !== "RestElement")
        : isConstant(parent, outer);
    default:
      return false;
  }
}

/** Whether a text here is no name of anything: compared, imported from, or part of a longer one. */
function isHarmless(node: Node, path: Path): boolean {
  const { parent, child } = around(node, path);
  switch (parent?.type) {
    case "BinaryExpression":
      return COMPARISONS.has(parent.operator) || parent.operator === "+";
    case "MemberExpression":
      return parent.property === child;
    case "TemplateLiteral":
    case "SwitchCase":
    case "ExpressionStatement":
    case "ImportExpression":
      return true;
    default:
      return false;
  }
}

/** The parts of a node that run, names that stand for nothing left out. */
function runningParts(node: Node): Node[] {
  switch (node.type) {
    case "MemberExpression":
      return node.computed ? [node.object, node.property] : [node.object];
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
    case "AccessorProperty":
      return childrenOf(node).filter((child) => node.computed || child !== node.key);
    case "LabeledStatement":
      return [node.body];
    case "ExportSpecifier":
      return [node.local];
    case "ExportNamedDeclaration":
      return node.source ? [] : childrenOf(node);
    case "TSEnumMember":
      return node.initializer ? [node.initializer] : [];
    case "BreakStatement":
    case "ContinueStatement":
    case "ExportAllDeclaration":
    case "ImportDeclaration":
    case "MetaProperty":
      return [];
    default:
      return childrenOf(node);
  }
}

/** The members that a call reaches by texts, and code that it is given as text. */
function usesOfCall(node: Node, scope: Scope | undefined): Use[] {
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return [];
  const callee = unwrap(node.callee);
  const name = lastName(callee, scope);
  const [first, ...others] = node.arguments;
  const use = { node, host: "", isAssigned: false, isInto: false, isCalled: false };
  if (TIMERS.has(name)) {
    const code = first && unwrap(first);
    return code && (code.type === "TemplateLiteral" || code.type === "BinaryExpression" || fold(code, scope))
      ? [{ ...use, name: NAMELESS.codeAsText }]
      : [];
  }
  if (callee.type !== "MemberExpression" || !first) return [];
  const host = lastName(first, scope);
  const path = `${lastName(callee.object, scope)}.${name}`;
  const blindly: Use[] = OPEN_HOSTS.has(host) ? [{ ...use, name: NAMELESS.computed, host }] : [];
  if (OVER_ALL.has(path)) return blindly;
  // What is written to here by a member of it.
  const into: Use = { ...use, name: host, host: "?", isInto: true };
  if (path === "Object.assign" || path === "Object.defineProperties") {
    const keys = others.flatMap((source) => keysGiven(source, scope));
    return [
      ...blindly,
      into,
      ...keys.map(({ key, node }) => ({
        ...use,
        host,
        name: key,
        node,
        isAssigned: true,
        isInto: true,
      })),
    ];
  }
  const found = BY_NAME[path];
  if (!found || !others[0]) return [];
  const key = fold(others[0], scope);
  return [
    ...(found.writes ? [into] : []),
    ...(key ? [{ ...use, host, name: key, isAssigned: found.writes, isInto: found.writes }] : blindly),
  ];
}

/** The window or the document, where it is handed on. */
function usesWhole(node: Node, path: Path, scope: Scope | undefined): Use[] {
  const kind = reached(node, scope);
  return kind && !isTarget(node, path) && !isLookedInto(node, path)
    ? [{ node, host: "", isAssigned: false, isInto: false, isCalled: false, name: NAMELESS[kind] }]
    : [];
}

function usesOfNode(node: Node, path: Path, scope: Scope | undefined): Use[] {
  const use = { node, host: "", isAssigned: false, isInto: false, isCalled: false };
  switch (node.type) {
    case "Identifier": {
      const binding = scope?.find(node.name);
      const name = binding ? PACKAGE_NAMES[binding.from ?? ""] : node.name;
      return [
        ...(name ? [{ ...use, name, ...handling(node, path, scope) }] : []),
        ...usesWhole(node, path, scope),
      ];
    }
    case "MemberExpression": {
      const host = lastName(node.object, scope) || "?";
      const name = keyOf(node.property, node.computed, scope);
      if (name)
        return [
          { ...use, name, host, isOurs: isOurSite(node.object, scope), ...handling(node, path, scope) },
          ...usesWhole(node, path, scope),
        ];
      return OPEN_HOSTS.has(host) ? [{ ...use, name: NAMELESS.computed, host }] : [];
    }
    case "ObjectPattern": {
      const host = patternHost(node, path, scope);
      return node.properties.flatMap((each) => {
        if (each.type === "RestElement") return [];
        const name = keyOf(each.key, each.computed, scope);
        if (name) return [{ ...use, name, host, node: each }];
        return OPEN_HOSTS.has(host) ? [{ ...use, name: NAMELESS.computed, host, node: each }] : [];
      });
    }
    case "ImportExpression":
      return [{ ...use, name: NAMELESS.dynamicImport }];
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration": {
      const name = node.source && PACKAGE_NAMES[node.source.value];
      return name ? [{ ...use, name }] : [];
    }
    case "Literal":
    case "TemplateLiteral":
    case "BinaryExpression": {
      const text = isHarmless(node, path) ? undefined : fold(node, scope);
      if (!text) return [];
      return [
        /^javascript:/i.test(text)
          ? { ...use, name: NAMELESS.codeAsText }
          : { ...use, name: text, isText: true },
      ];
    }
    default:
      return usesOfCall(node, scope);
  }
}

/** Every use of a name that a program has not declared itself, in types nothing. */
export function usesOf(program: Program): Use[] {
  const steps: [Node, Path, Scope | undefined][] = [];
  const visit = (node: Node, path: Path, outer: Scope | undefined): void => {
    if (isTypeOnly(node)) return;
    const scope = Scope.at(node, outer);
    steps.push([node, path, scope]);
    if (node.type === "AssignmentExpression" && node.left.type === "Identifier") {
      const binding = scope?.find(node.left.name);
      if (binding) binding.given = [...(binding.given ?? []), node.right];
    }
    const inner = [...path, node];
    for (const part of runningParts(node)) visit(part, inner, scope);
  };
  visit(program, [], undefined);
  // Only now it is known what each variable is given.
  return steps.flatMap(([node, path, scope]) => usesOfNode(node, path, scope));
}
