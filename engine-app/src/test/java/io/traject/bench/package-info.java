/** How fast the application is with the data of years, and how its cost grows. */
package io.traject.bench;
