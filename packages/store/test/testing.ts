/** Places of a test's own, for the tests of other rooms too: a PostgreSQL cluster, a disk that can be full. */
export { postgresPrograms, startPostgres, type PrivatePostgres } from "./private-postgres.ts";
export { smallDisk } from "./small-disk.ts";
