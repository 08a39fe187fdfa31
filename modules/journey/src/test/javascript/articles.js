// Reads and writes records with Confluent's client: node articles.js read|write REGISTRY
// One JSON line in, one out. read: {topic, base64} to the record; write: {topic, record} to its bytes in base64.
import readline from 'node:readline';
import schemaregistry from '@confluentinc/schemaregistry';

const { SchemaRegistryClient, SerdeType, AvroSerializer, AvroDeserializer } = schemaregistry;
const [what, url] = process.argv.slice(2);
const client = new SchemaRegistryClient({ baseURLs: [url] });
const reader = new AvroDeserializer(client, SerdeType.VALUE, {});
const writer = new AvroSerializer(client, SerdeType.VALUE, { useLatestVersion: true, autoRegisterSchemas: false });

async function answer({ topic, base64, record }) {
  return what === 'read'
    ? reader.deserialize(topic, Buffer.from(base64, 'base64'))
    : (await writer.serialize(topic, record)).toString('base64');
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + '\n');
}
process.exit(0);
