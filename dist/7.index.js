"use strict";
exports.id = 7;
exports.ids = [7];
exports.modules = {

/***/ 6007:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  argoCdTracker: () => (/* binding */ argoCdTracker)
});

// EXTERNAL MODULE: ./lib/oci/artifact.js
var oci_artifact = __webpack_require__(4366);
// EXTERNAL MODULE: ./lib/util/json.js
var json = __webpack_require__(4487);
// EXTERNAL MODULE: ./lib/util/time.js
var time = __webpack_require__(9788);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(2263);
;// CONCATENATED MODULE: ./lib/receivers/argo-cd/application.js



function readApplication(body) {
    const name = (0,json/* textAt */.$6)(body, 'metadata', 'name');
    const spec = (0,json.at)(body, 'spec');
    if (name === undefined || !(0,json/* isObject */.Gv)(spec))
        return undefined;
    const status = (0,json.at)(body, 'status');
    return {
        name,
        namespace: (0,json/* textAt */.$6)(body, 'metadata', 'namespace'),
        project: (0,json/* textAt */.$6)(spec, 'project'),
        sources: sourcesIn(spec).map(readSource),
        isHydrated: (0,json/* isObject */.Gv)(spec.sourceHydrator),
        isAutomated: isAutomated(body, spec),
        isRefreshing: (0,json/* textAt */.$6)(body, 'metadata', 'annotations', 'argocd.argoproj.io/refresh') !== undefined,
        isCompared: (0,external_node_util_.isDeepStrictEqual)(sourcesIn(spec), sourcesIn((0,json.at)(status, 'sync', 'comparedTo'))),
        reconciledAt: (0,json/* textAt */.$6)(status, 'reconciledAt'),
        revisions: revisionsIn((0,json.at)(status, 'sync')),
        sync: (0,json/* textAt */.$6)(status, 'sync', 'status') ?? 'Unknown',
        health: (0,json/* textAt */.$6)(status, 'health', 'status') ?? 'Unknown',
        healthMessage: (0,json/* textAt */.$6)(status, 'health', 'message'),
        operation: readOperation(body, (0,json.at)(status, 'operationState')),
        history: listAt(status, 'history').map(revisionsIn),
        conditions: listAt(status, 'conditions').map((each) => ({
            type: (0,json/* textAt */.$6)(each, 'type'),
            message: (0,json/* textAt */.$6)(each, 'message'),
        })),
    };
}
function readSource(source) {
    const url = ((0,json/* textAt */.$6)(source, 'repoURL') ?? '').replace(/^oci:\/\//i, '').replace(/\/+$/, '');
    const chart = (0,json/* textAt */.$6)(source, 'chart');
    return {
        repository: (chart === undefined ? url : `${url}/${chart}`).toLowerCase(),
        isChart: chart !== undefined,
        targetRevision: (0,json/* textAt */.$6)(source, 'targetRevision') ?? '',
    };
}
function sourcesIn(spec) {
    const several = listAt(spec, 'sources');
    const one = (0,json.at)(spec, 'source');
    if (several.length > 0)
        return several;
    return (0,json/* isObject */.Gv)(one) ? [one] : [];
}
function revisionsIn(holder) {
    const several = listAt(holder, 'revisions');
    return several.length > 0 ? several.map(String) : [(0,json/* textAt */.$6)(holder, 'revision') ?? ''];
}
function isAutomated(body, spec) {
    const automated = (0,json.at)(spec, 'syncPolicy', 'automated');
    if ((0,json/* isObject */.Gv)(automated) && automated.enabled !== false)
        return true;
    return listAt(body, 'metadata', 'ownerReferences').some((owner) => (0,json/* textAt */.$6)(owner, 'kind') === 'ApplicationSet');
}
function readOperation(body, state) {
    const isRequested = (0,json/* isObject */.Gv)((0,json.at)(body, 'operation'));
    const phase = (0,json/* textAt */.$6)(state, 'phase');
    if (phase === undefined) {
        return isRequested ? { phase: 'Requested', message: undefined, finishedAt: undefined, revisions: [] } : undefined;
    }
    return {
        phase: isRequested && phase !== 'Terminating' ? 'Running' : phase,
        message: (0,json/* textAt */.$6)(state, 'message'),
        finishedAt: (0,json/* textAt */.$6)(state, 'finishedAt'),
        revisions: revisionsIn((0,json.at)(state, 'syncResult')),
    };
}
function listAt(value, ...path) {
    const found = (0,json.at)(value, ...path);
    return Array.isArray(found) ? found : [];
}
function matchSource({ sources }, artifact) {
    const { host, path, tag = '', digest = '' } = artifact;
    const repository = (0,reference/* formatReference */.FH)({ host, path });
    const version = tag.replace('_', '+');
    const matches = sources.flatMap(({ repository: other, isChart, targetRevision }, index) => {
        if (other.replace(/^(?:registry-1|index)\.docker\.io\//, 'docker.io/') !== repository)
            return [];
        const isExact = targetRevision === tag || targetRevision === version;
        if (!isExact && !isRange(targetRevision))
            return [];
        return { index, revision: isChart ? version : digest, isExact };
    });
    return matches.find(({ isExact }) => isExact) ?? matches[0];
}
function isRange(revision) {
    return revision === '' || /[\^~<>=*|,]|\.[xX]\b|^v?\d+(?:\.\d+)?$/.test(revision);
}

;// CONCATENATED MODULE: ./lib/receivers/argo-cd/decide.js

const REFRESH_MS = 12_000;
const HEALTHY_MS = 5_000;
const DEGRADED_MS = 30_000;
const UNTOUCHED_LOOKS = 3;
const FAILED_COMPARISONS = 3;
function createDecision(before, match) {
    const { index, revision: wanted, isExact } = match;
    const wasThere = before.revisions[index] === wanted && before.sync === 'Synced';
    let failedComparisons = 0;
    let untouchedLooks = 0;
    const elsewhere = new Set();
    const foreign = new Set();
    const unsettled = new Set();
    let healthySinceMs;
    let degradedSinceMs;
    return (app, nowMs) => {
        if (app.isRefreshing)
            return pending('being compared');
        const invalid = conditionIn(app, 'InvalidSpecError');
        if (invalid !== undefined)
            return failed('INVALID_SPEC', invalid);
        if (!app.isCompared)
            return pending('being compared');
        const trouble = conditionIn(app, 'ComparisonError');
        if (trouble !== undefined) {
            failedComparisons += 1;
            return failedComparisons < FAILED_COMPARISONS
                ? again(`not compared yet: ${trouble}`)
                : failed('COMPARISON_ERROR', trouble, 'Argo CD cannot read the artifact or what is in it');
        }
        failedComparisons = 0;
        const revision = app.revisions[index] ?? '';
        if (revision !== wanted)
            return decideElsewhere(app, revision);
        const { operation } = app;
        if (operation !== undefined && ['Requested', 'Running', 'Terminating'].includes(operation.phase)) {
            return pending('synchronising');
        }
        if (app.sync !== 'Synced')
            return decideOutOfSync(app);
        if (isBefore(app.reconciledAt, operation?.finishedAt))
            return pending('synced');
        return decideHealth(app, nowMs);
    };
    function decideElsewhere({ reconciledAt = '', history }, revision) {
        if (reconciledAt === (before.reconciledAt ?? '')) {
            untouchedLooks += 1;
            return untouchedLooks < UNTOUCHED_LOOKS ? pending('not compared yet') : again('not compared yet');
        }
        elsewhere.add(reconciledAt);
        if (!isExact && elsewhere.size > 1)
            return { kind: 'elsewhere', revision };
        if (revision !== before.revisions[index])
            foreign.add(reconciledAt);
        if (foreign.size < 2)
            return again(`still at ${shortRevision(revision)}`);
        const wasDeployed = history.some((revisions) => revisions[index] === wanted);
        return ended({
            kind: 'skipped',
            error: 'SUPERSEDED',
            serverMessage: `${decide_name(before)} ${wasDeployed ? 'was at it and has moved on' : 'is'} at ${shortRevision(revision)}: something newer has the tag`,
        });
    }
    function decideOutOfSync(app) {
        const { operation, reconciledAt } = app;
        const ours = operation?.revisions[index] === wanted ? operation : undefined;
        if (ours?.phase === 'Failed' || ours?.phase === 'Error') {
            return failed('SYNC_FAILED', ours.message ?? ours.phase);
        }
        if (ours?.phase === 'Succeeded') {
            if (isBefore(reconciledAt, ours.finishedAt) || reconciledAt === undefined)
                return pending('synced');
            unsettled.add(reconciledAt);
            const hint = 'its resources change after each synchronisation; see its diff in Argo CD';
            return unsettled.size < 2 ? again('out of sync') : failed('OUT_OF_SYNC', 'synchronised, but out of sync', hint);
        }
        if (app.sync !== 'OutOfSync')
            return pending('being compared');
        if (app.isAutomated)
            return { ...pending('out of sync'), mayBeClosed: true };
        return ended({
            kind: 'unchanged',
            error: 'MANUAL_SYNC',
            serverMessage: `${decide_name(app)} is out of sync`,
            hint: 'this Application has no automated sync, so somebody must synchronise it',
        });
    }
    function decideHealth(app, nowMs) {
        const { health, healthMessage } = app;
        healthySinceMs = health === 'Healthy' ? (healthySinceMs ?? nowMs) : undefined;
        degradedSinceMs = health === 'Degraded' ? (degradedSinceMs ?? nowMs) : undefined;
        if (healthySinceMs !== undefined) {
            if (nowMs - healthySinceMs < HEALTHY_MS)
                return { ...pending('synced and healthy'), waitMs: HEALTHY_MS };
            return ended({
                kind: wasThere ? 'unchanged' : 'succeeded',
                serverMessage: `${decide_name(app)} is healthy and synced to ${provenRevision(wanted)}`,
            });
        }
        const isNew = before.health !== 'Degraded';
        if (isNew && degradedSinceMs !== undefined && nowMs - degradedSinceMs >= DEGRADED_MS) {
            return failed('DEGRADED', healthMessage ?? 'synced, but degraded', 'see its resources in Argo CD');
        }
        return pending(`synced, ${health.toLowerCase()}`);
    }
    function failed(error, message, hint) {
        return ended({ kind: 'failed', error, serverMessage: `${decide_name(before)}: ${message}`, hint });
    }
}
function pending(state) {
    return { kind: 'pending', state };
}
function again(state) {
    return { ...pending(state), refresh: true, waitMs: REFRESH_MS };
}
function ended(result) {
    return { kind: 'ended', result };
}
function conditionIn({ conditions }, wanted) {
    const found = conditions.find(({ type }) => type === wanted);
    return found === undefined ? undefined : (found.message ?? wanted);
}
function isBefore(time, other) {
    return other !== undefined && !(Date.parse(time ?? '') >= Date.parse(other));
}
function provenRevision(revision) {
    const short = shortRevision(revision);
    return short === revision ? `version ${revision}, whose digest Argo CD does not tell` : short;
}
function shortRevision(revision) {
    return /^sha\d+:/.test(revision) ? (0,reference/* shortDigest */.VK)(revision) : revision;
}
function decide_name({ name: own }) {
    return `Application ${own}`;
}

// EXTERNAL MODULE: ./lib/receivers/argo-cd/webhook.js
var webhook = __webpack_require__(4684);
;// CONCATENATED MODULE: ./lib/receivers/argo-cd/tracker.js






const argoCdTracker = {
    keyHeaders: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
    watch(endpoint, artifact) {
        const api = (path, query = {}) => apiUrl(endpoint, path, query);
        let followed = [];
        return {
            async before(ask) {
                const found = await findApplications(artifact, { ask, api });
                if ('refusal' in found)
                    return found.refusal;
                followed = found.followed;
                return undefined;
            },
            async observe(_, ask) {
                const observations = [];
                for (const each of followed) {
                    each.ended ??= await each.look({ ask, api });
                    const observed = each.ended;
                    if (observed.kind !== 'ended')
                        each.ended = undefined;
                    else if (observed.result.kind === 'failed')
                        return observed;
                    if (observed.kind === 'unreadable' && observed.answer.kind === 'failure')
                        return observed;
                    observations.push(observed);
                }
                const open = observations.find(({ kind }) => kind !== 'ended');
                return open ?? { kind: 'ended', result: summarise(observations, artifact) };
            },
        };
    },
};
function apiUrl(endpoint, path, query) {
    const url = new URL(endpoint);
    url.pathname = `${url.pathname.replace(webhook/* WEBHOOK */.U, '')}/api/v1/${path}`;
    url.search = '';
    for (const [key, value] of Object.entries(query)) {
        if (value !== undefined)
            url.searchParams.set(key, value);
    }
    return url;
}
async function findApplications(artifact, { ask, api }) {
    const session = await ask(api('session/userinfo'));
    const user = objectIn(session);
    if (user === undefined)
        return refuse(session);
    if (user.loggedIn !== true) {
        return refuse('the API token is not accepted', 'set api-key to a token that argocd account generate-token has made');
    }
    const list = await ask(api('applications', { fields: 'items.metadata.name,items.metadata.namespace,items.spec' }));
    const body = objectIn(list);
    if (body === undefined)
        return refuse(list);
    const items = Array.isArray(body.items) ? body.items : [];
    const followed = [];
    for (const item of items) {
        const listed = readApplication(item);
        const match = listed && matchSource(listed, artifact);
        if (listed === undefined || match === undefined)
            continue;
        const answer = await ask(api(...pathOf(listed)));
        const before = readApplication(objectIn(answer));
        if (before === undefined)
            return refuse(answer);
        followed.push(createFollowed(before, match));
    }
    return { followed };
}
function objectIn(answer) {
    return answer.kind === 'response' && answer.status === 200 ? (0,json/* parseObject */.lj)(answer.body) : undefined;
}
const ADVICE = 'with api-key, the Applications are looked up before anything is sent: the API must be reachable beside the webhook, and answer in 1 MiB';
function refuse(problem, hint = ADVICE) {
    return { refusal: { kind: 'failed', error: 'API_UNUSABLE', serverMessage: describe(problem), hint } };
}
function describe(problem) {
    if (typeof problem === 'string')
        return problem;
    if (problem.kind === 'failure')
        return problem.message;
    return (0,json/* textAt */.$6)((0,json/* parseObject */.lj)(problem.body), 'message') ?? `this is no answer of Argo CD's API (${problem.status})`;
}
function pathOf({ name, namespace, project }) {
    return [`applications/${encodeURIComponent(name)}`, { project, appNamespace: namespace }];
}
function createFollowed(before, match) {
    const decide = createDecision(before, match);
    const [path, query] = pathOf(before);
    let isToRefresh = false;
    return {
        async look({ ask, api }) {
            if (before.isHydrated)
                return tracker_ended(hydrated(before));
            const answer = await ask(api(path, isToRefresh ? { ...query, refresh: 'normal' } : query));
            const wasSlow = isToRefresh && answer.kind === 'failure' && answer.code === 'TIMEOUT';
            isToRefresh = false;
            if (wasSlow)
                return { kind: 'pending', state: 'being compared' };
            const app = readApplication(objectIn(answer));
            if (app === undefined)
                return { kind: 'unreadable', answer };
            const verdict = decide(app, (0,time/* monotonicMs */.dR)());
            isToRefresh = verdict.kind === 'pending' && verdict.refresh === true;
            return observation(verdict, app, { ask, api });
        },
    };
}
async function observation(verdict, app, { ask, api }) {
    switch (verdict.kind) {
        case 'ended':
            return verdict;
        case 'elsewhere':
            return tracker_ended({
                kind: 'unchanged',
                error: 'OTHER_VERSION',
                serverMessage: `${decide_name(app)} stays at ${shortRevision(verdict.revision)}, to which its targetRevision leads`,
            });
        case 'pending': {
            const isClosed = verdict.mayBeClosed === true && (await isWindowClosed(app, { ask, api }));
            const soFar = isClosed
                ? {
                    serverMessage: `${decide_name(app)} is out of sync, and a sync window is closed`,
                    hint: 'it goes on when the window opens',
                }
                : undefined;
            const state = isClosed ? 'out of sync, waiting for a sync window' : verdict.state;
            return { kind: 'pending', state, waitMs: verdict.waitMs, soFar };
        }
    }
}
async function isWindowClosed(app, { ask, api }) {
    const [path, query] = pathOf(app);
    const answer = await ask(api(`${path}/syncwindows`, query));
    const windows = objectIn(answer);
    return Array.isArray((0,json.at)(windows, 'assignedWindows')) && (0,json.at)(windows, 'canSync') !== true;
}
function hydrated(app) {
    return {
        kind: 'unknown',
        error: 'HYDRATED',
        serverMessage: `${decide_name(app)} is hydrated: its revisions are commits, which do not say which artifact they come from`,
        hint: 'set wait to false',
    };
}
function tracker_ended(result) {
    return { kind: 'ended', result };
}
function summarise(observations, artifact) {
    const results = observations.flatMap((each) => (each.kind === 'ended' ? each.result : []));
    const [first] = results;
    if (first === undefined) {
        return {
            kind: 'unchanged',
            error: 'NO_APPLICATION',
            serverMessage: `no Application that the API token may get uses ${(0,oci_artifact/* nameArtifact */.o)(artifact)}`,
            hint: 'compare repoURL and targetRevision with the artifact; the token needs: p, <account>, applications, get, <project>/*, allow',
        };
    }
    const order = ['unknown', 'succeeded', 'skipped', 'unchanged'];
    const [main = first] = results.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    return { ...main, serverMessage: results.map(({ serverMessage = '' }) => serverMessage).join('; ') };
}


/***/ })

};
;