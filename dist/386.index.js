"use strict";
exports.id = 386;
exports.ids = [386];
exports.modules = {

/***/ 386:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compileFilter: () => (/* binding */ compileFilter)
});

// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(370);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __webpack_require__(230);
;// CONCATENATED MODULE: ./lib/util/glob.js


const LONGEST = 500;
const MOST_ALTERNATIVES = 100;
function compileGlob(pattern, { braces, below }) {
    if (pattern.length > LONGEST) {
        throw new errors/* InputError */.d(`the pattern has ${pattern.length} characters, expected at most ${LONGEST}`);
    }
    const alternatives = (braces ? expandBraces(pattern) : [pattern]).map(parse);
    return (text) => {
        const characters = /[\ud800-\udfff]/.test(text) ? [...text] : text;
        return alternatives.some((tokens) => matches(tokens, characters, below));
    };
}
function matches(tokens, text, below) {
    let [inComponent, wide] = [undefined, undefined];
    let [token, at] = [0, 0];
    for (;;) {
        const next = tokens[token];
        if (next === undefined) {
            if (at === text.length || (below && text[at] === '/'))
                return true;
        }
        else if (next.kind !== 'character') {
            token++;
            if (next.kind === 'component')
                inComponent = { token, at, kind: next.kind };
            else
                [inComponent, wide] = [undefined, { token, at, kind: next.kind }];
            continue;
        }
        else if (at < text.length && next.matches(text[at] ?? '')) {
            token++;
            at++;
            continue;
        }
        if (inComponent !== undefined && inComponent.at < text.length && text[inComponent.at] !== '/') {
            inComponent.at++;
            [token, at] = [inComponent.token, inComponent.at];
        }
        else if (wide !== undefined && wide.at < text.length) {
            wide.at++;
            if (wide.kind === 'directories')
                while (wide.at < text.length && text[wide.at - 1] !== '/')
                    wide.at++;
            if (wide.kind === 'directories' && text[wide.at - 1] !== '/')
                return false;
            [inComponent, token, at] = [undefined, wide.token, wide.at];
        }
        else
            return false;
    }
}
function parse(pattern) {
    const tokens = [];
    for (let rest = pattern; rest !== '';) {
        const [stars, slash] = /^\*+(\/)?/.exec(rest) ?? [];
        const isComponentStart = rest.length === pattern.length || pattern.at(-rest.length - 1) === '/';
        if (stars?.startsWith('**')) {
            const isDirectories = isComponentStart && slash !== undefined;
            tokens.push({ kind: isDirectories ? 'directories' : 'anything' });
            rest = rest.slice(isDirectories ? stars.length : stars.replace('/', '').length);
        }
        else if (stars !== undefined) {
            tokens.push({ kind: 'component' });
            rest = rest.slice(1);
        }
        else {
            const { length, matches } = parseCharacter(rest);
            tokens.push({ kind: 'character', matches });
            rest = rest.slice(length);
        }
    }
    return tokens;
}
function parseCharacter(rest) {
    if (rest.startsWith('?'))
        return { length: 1, matches: (character) => character !== '/' };
    if (rest.startsWith('['))
        return parseClass(rest);
    const { length, character } = literal(rest);
    return { length, matches: (other) => other === character };
}
function parseClass(rest) {
    const isNegated = /^\[[!^]/.test(rest);
    const ranges = [];
    let length = isNegated ? 2 : 1;
    for (let isFirst = true; isFirst || rest[length] !== ']'; isFirst = false) {
        if (rest.startsWith('[:', length))
            throw new errors/* InputError */.d('classes such as [:alpha:] are not known: write [A-Za-z]');
        if (rest[length] === undefined)
            throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(rest)} has no closing "]"; write \\[ for the character`);
        if (rest[length] === ']')
            throw new errors/* InputError */.d('"[]" is an empty class; write \\[ and \\] for the characters');
        const low = literal(rest.slice(length));
        length += low.length;
        if (rest[length] !== '-' || rest[length + 1] === ']') {
            ranges.push([low.character, low.character]);
            continue;
        }
        const high = literal(rest.slice(length + 1));
        length += 1 + high.length;
        if (codeOf(high.character) < codeOf(low.character)) {
            throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(`${low.character}-${high.character}`)} is a range that ends below where it begins`);
        }
        ranges.push([low.character, high.character]);
    }
    const holds = (code) => ranges.some(([low, high]) => codeOf(low) <= code && code <= codeOf(high));
    return { length: length + 1, matches: (other) => other !== '/' && holds(codeOf(other)) !== isNegated };
}
function literal(rest) {
    const isEscaped = rest.startsWith('\\');
    const code = rest.codePointAt(isEscaped ? 1 : 0);
    if (code === undefined)
        throw new errors/* InputError */.d('the pattern ends within a character or after a backslash');
    const character = String.fromCodePoint(code);
    return { length: character.length + (isEscaped ? 1 : 0), character };
}
function codeOf(character) {
    return character.codePointAt(0) ?? 0;
}
function expandBraces(pattern) {
    const [before = ''] = /^(?:\\.|\[(?:\\.|[^\]\\])*\]?|[^\\{}()[])*/s.exec(pattern) ?? [];
    const rest = pattern.slice(before.length);
    if (rest === '' || rest.startsWith('\\'))
        return [pattern];
    if (/^[()]/.test(rest)) {
        throw new errors/* InputError */.d('groups such as !(a|b) are not known: write {a,b}, or a line of its own that begins with "!"');
    }
    const choices = splitBraces(rest);
    const tails = expandBraces(rest.slice(choices.join(',').length + 2));
    const expanded = choices.flatMap(expandBraces).flatMap((choice) => tails.map((tail) => `${before}${choice}${tail}`));
    if (expanded.length <= MOST_ALTERNATIVES)
        return expanded;
    throw new errors/* InputError */.d(`its braces make more than ${MOST_ALTERNATIVES} patterns; write some of them as lines of their own`);
}
function splitBraces(text) {
    const choices = [];
    let [depth, start] = [0, 1];
    for (const { 0: part, index } of text.matchAll(/\\.|[{},]/gs)) {
        if (part === '{')
            depth++;
        else if (part === '}')
            depth--;
        if (depth < 0)
            throw new errors/* InputError */.d('"}" closes no brace; write \\} for the character');
        if ((part === ',' && depth === 1) || (part === '}' && depth === 0)) {
            choices.push(text.slice(start, index));
            start = index + 1;
        }
        if (depth > 0)
            continue;
        if (choices.length < 2)
            throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(text.slice(0, index + 1))} has no comma: braces are for {a,b}`);
        return choices;
    }
    throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(text)} has no closing "}"; write \\{ for the character`);
}

;// CONCATENATED MODULE: ./lib/artifacts/filter.js



function compileFilter(patterns) {
    const rules = patterns.map((line, index) => {
        const excludes = line.startsWith('!');
        const pattern = excludes ? line.slice(1) : line;
        const matches = compile(pattern, `line ${index + 1}: ${(0,util_text/* quote */.hD)(line)}`);
        const isWhole = pattern.includes('/');
        return { excludes, matches: (reference) => matches(isWhole ? reference : lastPart(reference)) };
    });
    const otherwise = rules[0]?.excludes ?? true;
    return (reference) => {
        const last = rules.findLast(({ matches }) => matches(reference));
        return last === undefined ? otherwise : !last.excludes;
    };
}
function compile(pattern, where) {
    try {
        return compileGlob(pattern, { braces: true, below: false });
    }
    catch (cause) {
        throw new errors/* InputError */.d(`filter: ${where}: ${(0,errors/* messageOf */.b)(cause)}`, { cause });
    }
}
function lastPart(reference) {
    return reference.slice(reference.lastIndexOf('/') + 1);
}


/***/ })

};
;