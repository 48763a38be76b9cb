export const id = 437;
export const ids = [437];
export const modules = {

/***/ 437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compileFilter: () => (/* binding */ compileFilter)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6);

/**
 * A predicate on whole references from glob patterns: `*` stays within a path component, `**` does not, and a pattern
 * without "/" is compared with the last component, `name:tag`. `!` excludes, the last match wins. Where nothing matches,
 * a list that begins with an exclusion keeps, any other drops.
 */
function compileFilter(patterns) {
    const rules = patterns.map((line) => {
        const excludes = line.startsWith('!');
        const pattern = excludes ? line.slice(1) : line;
        return { excludes, matches: picomatch__WEBPACK_IMPORTED_MODULE_0__(pattern, { basename: !pattern.includes('/'), dot: true, nonegate: true }) };
    });
    const otherwise = rules[0]?.excludes ?? true;
    return (reference) => {
        const last = rules.findLast(({ matches }) => matches(reference));
        return last === undefined ? otherwise : !last.excludes;
    };
}


/***/ })

};
