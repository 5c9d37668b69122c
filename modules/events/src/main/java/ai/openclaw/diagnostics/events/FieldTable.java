package ai.openclaw.diagnostics.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one kind of JSON object, in the order of their declaration. Immutable. */
final class FieldTable {

    private final ByteNames names;
    private final List<String> paths;
    private final @Nullable FieldTable[] members;

    private FieldTable(List<String> names, List<String> paths, @Nullable FieldTable[] members) {
        this.names = ByteNames.of(names);
        this.paths = List.copyOf(paths);
        this.members = members;
    }

    static Declaration declaration() {
        return new Declaration("", new ArrayList<>());
    }

    int size() {
        return members.length;
    }

    /** Returns the names of the fields, by which they are numbered. */
    ByteNames names() {
        return names;
    }

    /** Returns a field's path from the event on. */
    String path(int field) {
        return paths.get(field);
    }

    /** Returns the fields of an object that is a field. */
    FieldTable members(int field) {
        FieldTable table = members[field];
        if (table == null) {
            throw new IllegalStateException(path(field) + " is declared as something else than an object");
        }
        return table;
    }

    /** Writes down which fields are asked for, and has no values. */
    static final class Declaration implements FieldReader {
        private final String prefix;
        private final List<String> allPaths;
        private final List<String> names = new ArrayList<>();
        private final List<String> paths = new ArrayList<>();
        private final List<@Nullable FieldTable> members = new ArrayList<>();

        private Declaration(String prefix, List<String> allPaths) {
            this.prefix = prefix;
            this.allPaths = allPaths;
        }

        FieldTable table() {
            return new FieldTable(names, paths, members.toArray(FieldTable[]::new));
        }

        /** Returns the paths of all fields, those of objects included, and others. */
        List<String> paths(String... others) {
            List<String> all = new ArrayList<>(allPaths);
            all.addAll(List.of(others));
            return List.copyOf(all);
        }

        private void declare(String name) {
            names.add(name);
            paths.add(prefix + name);
            allPaths.add(prefix + name);
            members.add(null);
        }

        @Override
        public @Nullable String text(String name) {
            declare(name);
            return null;
        }

        @Override
        public double number(String name) {
            declare(name);
            return Double.NaN;
        }

        @Override
        public boolean flag(String name) {
            declare(name);
            return false;
        }

        @Override
        public @Nullable Boolean optionalFlag(String name) {
            declare(name);
            return null;
        }

        @Override
        public List<String> texts(String name) {
            declare(name);
            return List.of();
        }

        @Override
        public <T> List<T> objects(String name, Function<FieldReader, T> read) {
            object(name, read);
            return List.of();
        }

        @Override
        @SuppressWarnings("ReturnValueIgnored") // the function is asked for the fields that it reads
        public <T> @Nullable T object(String name, Function<FieldReader, @Nullable T> read) {
            declare(name);
            Declaration declaration = new Declaration(prefix + name + '.', allPaths);
            read.apply(declaration);
            members.set(members.size() - 1, declaration.table());
            return null;
        }

        @Override
        public <T> @Nullable T required(String name, Function<FieldReader, @Nullable T> read) {
            return object(name, read);
        }
    }
}
