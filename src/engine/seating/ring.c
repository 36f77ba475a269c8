#include "ring.h"

/* An element of a field is a polynomial over the numbers below the prime, written as a number to that base. */

static size_t add(const struct ring_field *field, size_t a, size_t b)
{
	size_t sum = 0;

	for (size_t place = 1; place < field->size; place *= field->prime)
		sum += (a / place + b / place) % field->prime * place;
	return sum;
}

static size_t times_number(const struct ring_field *field, size_t a, size_t number)
{
	size_t product = 0;

	for (size_t place = 1; place < field->size; place *= field->prime)
		product += a / place * number % field->prime * place;
	return product;
}

static size_t times_x(const struct ring_field *field, size_t a)
{
	size_t top = field->size / field->prime;

	return add(field, a % top * field->prime, times_number(field, field->reduce, a / top));
}

static size_t times(const struct ring_field *field, size_t a, size_t b)
{
	size_t product = 0;

	for (size_t place = field->size / field->prime; place; place /= field->prime)
		product = add(field, times_x(field, product), times_number(field, a, b / place % field->prime));
	return product;
}

/* It is a field with x as its generator when the powers of x run through everything but zero. */
static int generates(const struct ring_field *field)
{
	size_t power = field->prime, steps = 1;

	while (power > 1 && steps < field->size) {
		power = times_x(field, power);
		steps++;
	}
	return power == 1 && steps == field->size - 1;
}

static struct ring_field field_of(size_t prime, size_t degree)
{
	struct ring_field field = { .prime = prime, .degree = degree, .size = prime };

	for (size_t i = 1; i < degree; i++)
		field.size *= prime;
	/* Numbers alone are a field already; else one of the polynomials of this degree makes one. */
	while (degree > 1 && !generates(&field))
		field.reduce++;
	return field;
}

struct ring ring_of_size(size_t size)
{
	struct ring ring = { .size = size };

	for (size_t prime = 2; size > 1; prime++) {
		size_t degree = 0;
		for (; size % prime == 0; size /= prime)
			degree++;
		if (degree)
			ring.fields[ring.len++] = field_of(prime, degree);
	}
	return ring;
}

/* Elements of the ring are numbers with one digit a field. */
static size_t by_field(const struct ring *ring, size_t a, size_t b,
		       size_t (*combine)(const struct ring_field *field, size_t a, size_t b))
{
	size_t result = 0, place = 1;

	for (size_t i = 0; i < ring->len; i++) {
		const struct ring_field *field = &ring->fields[i];
		result += combine(field, a / place % field->size, b / place % field->size) * place;
		place *= field->size;
	}
	return result;
}

size_t ring_add(const struct ring *ring, size_t a, size_t b)
{
	return by_field(ring, a, b, add);
}

size_t ring_times(const struct ring *ring, size_t a, size_t b)
{
	return by_field(ring, a, b, times);
}

size_t ring_units_apart(const struct ring *ring)
{
	size_t least = ring->size;

	for (size_t i = 0; i < ring->len; i++)
		if (ring->fields[i].size < least)
			least = ring->fields[i].size;
	return least;
}

/* The same digit in every field: two of them differ in each. */
size_t ring_unit_apart(const struct ring *ring, size_t i)
{
	size_t element = 0, place = 1;

	for (size_t f = 0; f < ring->len; f++) {
		element += i * place;
		place *= ring->fields[f].size;
	}
	return element;
}
