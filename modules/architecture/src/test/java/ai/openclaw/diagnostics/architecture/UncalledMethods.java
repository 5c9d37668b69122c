package ai.openclaw.diagnostics.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Public methods that no code of the project calls, tests aside. */
final class UncalledMethods {

    private UncalledMethods() {}

    /** Returns those of the public top-level classes of a package, as {@code Class.method}. */
    static Set<String> of(JavaClasses classes, String packageName) {
        return classes.stream()
                .filter(type -> type.getPackageName().equals(packageName))
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isInterface())
                .flatMap(type -> type.getMethods().stream())
                .filter(UncalledMethods::isUncalled)
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isUncalled(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.getName().equals("main")
                && !isGenerated(method)
                && method.getCallsOfSelf().isEmpty()
                && method.getReferencesToSelf().isEmpty()
                && supertypes(method.getOwner()).noneMatch(type -> declares(type, method));
    }

    private static Stream<JavaClass> supertypes(JavaClass type) {
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
    }

    private static boolean declares(JavaClass type, JavaMethod method) {
        return type.getMethods().stream()
                .anyMatch(it -> it.getName().equals(method.getName())
                        && it.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size());
    }

    /** Accessors of records and what every enum has are there whether or not they are called. */
    private static boolean isGenerated(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return owner.isEnum() && Set.of("values", "valueOf").contains(method.getName())
                || owner.isRecord()
                        && method.getRawParameterTypes().isEmpty()
                        && owner.tryGetField(method.getName()).isPresent();
    }
}
