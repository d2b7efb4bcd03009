/** Colour by place: what every substance gives to every pattern of pieces. */
@NullMarked
package photoset.cpu.dyes;

import org.jspecify.annotations.NullMarked;
