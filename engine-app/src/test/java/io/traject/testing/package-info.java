/** What the tests of every room share: one database and one engine, and the application on top of them. */
package io.traject.testing;
