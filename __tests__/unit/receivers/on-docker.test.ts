import { answer, describeHints, timeout } from '../../support/answers.ts';

describeHints('deployers on hosts with Docker', {
  'Portainer, a stack': {
    url: 'https://portainer.example.com/api/stacks/webhooks/0b0c3f4e-1111-4222-8333-444455556666',
    result: answer(202, '{"stackId":1,"message":"Deployment triggered."}'),
  },
  'Coolify says what it queued': {
    url: 'https://coolify.example.com/api/v1/deploy?uuid=x',
    result: answer(200, '{"deployments":[]}'),
  },
  'Komodo accepts with nothing': {
    url: 'https://komodo.example.com/listener/github/procedure/deploy/__ANY__',
    result: answer(200),
  },
  'Watchtower is done': { url: 'https://watchtower.example.com/v1/update?image=acme/app', result: answer(200) },
  'Watchtower is not done yet': {
    url: 'https://watchtower.example.com/v1/update',
    result: timeout,
    hint: /^Watchtower answers only when the update is done; raise timeout/,
  },
  'a timeout elsewhere is not Watchtower’s': { url: 'https://hooks.example.com/x', result: timeout },
  'Dokploy deploys': {
    url: 'https://dokploy.example.com/api/deploy/abc',
    result: answer(200, '{"message":"Application deployed successfully"}'),
  },
  'Dokploy has another image': {
    url: 'https://dokploy.example.com/api/deploy/abc',
    result: answer(
      301,
      '{"message":"Application Image Tag (v2) doesn\'t match request event payload Image Tag (v1)."}',
    ),
    hint: /^Dokploy did not deploy: its application has another image/,
  },
});
