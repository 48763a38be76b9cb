import { answer, describeHints, HASH } from '../../support/answers.ts';

const flux = `https://flux.example.com/hook/${HASH}`;

describeHints('flux', {
  'Flux accepts with nothing': { url: flux, result: answer(200) },
  'text at the path of Flux': { url: flux, result: answer(200, 'ok'), hint: /not from Flux/ },
  'no Receiver of Flux': { url: flux, result: answer(404), hint: /^no Receiver has this url; copy/ },
  'Flux refuses': { url: flux, result: answer(400), hint: /^Flux refuses the message; compare secret/ },
  'Flux misses something': {
    url: flux,
    result: answer(500),
    hint: /a resource .* is missing, or its resourceFilter fails/,
  },
  'Flux is suspended': { url: flux, result: answer(503), hint: /suspended or not ready/ },
  'a 503 with text is not Flux’s': { url: flux, result: answer(503, 'no healthy upstream') },
});
