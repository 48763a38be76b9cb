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

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(6);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
;// CONCATENATED MODULE: ./lib/util/glob.js
const UNTOUCHED = String.raw `\\.|\[(?:\\.|[^\]\\])+\]|!\((?:\\.|[^)\\])*\)`;
const GLOBSTAR_IN_COMPONENT = new RegExp(String.raw `${UNTOUCHED}|(?<=[^/])\*{2,}|\*{2,}(?=[^/*])`, 'gs');
function widenGlobstars(pattern) {
    return pattern.replace(GLOBSTAR_IN_COMPONENT, (found) => (found.startsWith('*') ? '{*,*/**/*}' : found));
}

;// CONCATENATED MODULE: ./lib/artifacts/filter.js


function compileFilter(patterns) {
    const rules = patterns.map((line) => {
        const excludes = line.startsWith('!');
        const pattern = excludes ? line.slice(1) : line;
        const options = { basename: !pattern.includes('/'), dot: true, nonegate: true };
        return { excludes, matches: picomatch_default()(widenGlobstars(pattern), options) };
    });
    const otherwise = rules[0]?.excludes ?? true;
    return (reference) => {
        const last = rules.findLast(({ matches }) => matches(reference));
        return last === undefined ? otherwise : !last.excludes;
    };
}


/***/ })

};
;