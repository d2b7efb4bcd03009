package photoset.cpu.identity;

import photoset.imaging.instances.InstanceDescriptor;

/**
 * One instance of a countable concept in one photo.
 *
 * @param photo the photo's index in the album
 * @param concept the concept's id
 * @param descriptor what it looks like there
 */
public record ObservedInstance(int photo, String concept, InstanceDescriptor descriptor) {}
